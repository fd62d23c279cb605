package outpost.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import outpost.values.Dot;
import outpost.values.HlcStamp;
import outpost.values.VersionVector;

/**
 * A random history of one field: several people write, and hear of each other's changes late, out of order, several times, or never. Beside each state it keeps,
 * as plain sets of changes, what its holder really has seen, which no vector is asked for.
 */
final class FieldHistory {
    private static final int ACTORS = 4;
    private static final int STEPS = 30;

    /** One change, with all changes that its writer had seen. */
    record Written(Sibling sibling, VersionVector seen, Set<Dot> replaced) {
        FieldState state() {
            return FieldState.change(sibling, seen);
        }
    }

    private final Random random;
    private final List<Written> all = new ArrayList<>();
    private final Map<String, Set<Written>> heard = new HashMap<>();
    private final Map<String, FieldState> states = new HashMap<>();

    FieldHistory(long seed) {
        random = new Random(seed);
        for (int step = 1; step <= STEPS; step++) {
            String actor = random.nextInt(ACTORS) == 0 ? Sibling.CLOUD : "POS" + random.nextInt(ACTORS);
            if (all.isEmpty() || random.nextInt(3) == 0) {
                hear(actor, write(actor, step));
            } else {
                hear(actor, all.get(random.nextInt(all.size())));
            }
        }
    }

    List<Written> all() {
        return all;
    }

    Map<String, FieldState> states() {
        return states;
    }

    /** What that actor's state must be, by the sets. */
    Set<Dot> expected(String actor) {
        return expected(heard.get(actor));
    }

    /** Changes that none of the others has replaced. */
    static Set<Dot> expected(Iterable<Written> known) {
        Set<Dot> dots = new HashSet<>();
        known.forEach(written -> dots.add(written.sibling().dot()));
        known.forEach(written -> dots.removeAll(written.replaced()));
        return dots;
    }

    static Set<Dot> dots(FieldState state) {
        return state.siblings().stream().map(Sibling::dot).collect(Collectors.toSet());
    }

    private Written write(String actor, int step) {
        Set<Dot> replaced = new HashSet<>();
        for (Written known : heard.getOrDefault(actor, Set.of())) {
            replaced.add(known.sibling().dot());
            replaced.addAll(known.replaced());
        }
        // Clocks lie: the order of the stamps is not the order of the changes.
        HlcStamp at = new HlcStamp(random.nextInt(5), 0);
        Optional<String> value = Optional.of(Integer.toString(random.nextInt(3)));
        FieldState state = states.getOrDefault(actor, FieldState.EMPTY);
        Written written = new Written(new Sibling(value, new Dot(actor, step), at, actor), state.seen(), replaced);
        all.add(written);
        return written;
    }

    private void hear(String actor, Written written) {
        heard.computeIfAbsent(actor, any -> new HashSet<>()).add(written);
        states.merge(actor, written.state(), FieldState::merge);
    }
}
