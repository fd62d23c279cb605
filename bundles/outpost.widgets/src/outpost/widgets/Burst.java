package outpost.widgets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Event;

/**
 * Keys that came so fast one after the other that no fingers press them: perhaps a scanner's code, of which the end is still to come.
 *
 * <p>A scanner sends a character every 1 to 30 milliseconds. Fingers that roll over two keys come near that, but never four times in a row
 * with Enter at the end.
 */
final class Burst {
    /** Two keys of a scanner never lie further apart. */
    static final int GAP_MILLIS = 40;

    private static final int LEAST_CHARACTERS = 4;

    private final List<Event> held = new ArrayList<>();

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** Whether a key belongs to the ones that are held. Times of 0 are those of keys that a test posts, and tell nothing. */
    boolean goesOnWith(Event key) {
        return !held.isEmpty() && key.time - held.get(held.size() - 1).time <= GAP_MILLIS;
    }

    void hold(Event key) {
        held.add(key);
    }

    /** What Enter ends, if it is a scanner's: the held characters. They are held no longer then. */
    Optional<String> endedBy(Event enter) {
        if (held.size() < LEAST_CHARACTERS || !goesOnWith(enter)) {
            return Optional.empty();
        }
        StringBuilder code = new StringBuilder();
        release().forEach(key -> code.append(key.character));
        return Optional.of(code.toString());
    }

    /** It was typing: the keys in their order, which are held no longer. */
    List<Event> release() {
        List<Event> keys = List.copyOf(held);
        held.clear();
        return keys;
    }
}
