package outpost.tools.internal.replay;

import java.util.Set;
import outpost.tools.internal.cloud.Summary;
import outpost.values.TerminalId;

/** Sums over tickets: {@code net} is sales less refunds, tax included. */
public record Totals(long sales, long refunds, long lines, long netMinor) {

    /** What the cloud says of these terminals. */
    public static Totals arrived(Summary summary, Set<TerminalId> terminals) {
        return summary.terminals().stream()
                .filter(lane -> terminals.contains(lane.terminalId()))
                .map(lane -> new Totals(lane.sales(), lane.refunds(), lane.lines(), lane.netMinor()))
                .reduce(new Totals(0, 0, 0, 0), Totals::plus);
    }

    private Totals plus(Totals other) {
        return new Totals(
                sales + other.sales,
                refunds + other.refunds,
                lines + other.lines,
                Math.addExact(netMinor, other.netMinor));
    }
}
