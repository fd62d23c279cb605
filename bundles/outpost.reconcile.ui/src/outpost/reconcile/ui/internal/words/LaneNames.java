package outpost.reconcile.ui.internal.words;

import java.util.Map;
import java.util.Optional;
import outpost.protocol.Sibling;
import outpost.values.TerminalId;

/**
 * What the lanes of the branch are called.
 *
 * @param own this till
 * @param names as the cloud gave them
 */
public record LaneNames(TerminalId own, Map<TerminalId, String> names) {
    public LaneNames {
        names = Map.copyOf(names);
    }

    /** @param terminal a lane, or {@link Sibling#CLOUD}; one that nobody has named keeps its id */
    public String of(String terminal, Words words) {
        if (terminal.equals(own.value())) {
            return words.thisTill();
        }
        return terminal.equals(Sibling.CLOUD)
                ? words.theCloud()
                : Optional.ofNullable(names.get(new TerminalId(terminal))).orElse(terminal);
    }
}
