package outpost.tools.internal.replay;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import outpost.tools.internal.cloud.Summary;
import outpost.tools.internal.screen.Figures;
import outpost.tools.internal.screen.Screen;
import outpost.tools.internal.screen.Table;
import outpost.values.Money;
import outpost.values.TerminalId;

/** What tills have rung beside what the cloud says of them. */
public final class Comparison {
    private final Totals rung;
    private final Totals arrived;
    private final Summary summary;
    private final List<Summary.Stream> streams;
    private final Currency currency;

    /** @param terminals whose sales are compared; a cloud may hold others too */
    public Comparison(Totals rung, Summary summary, Set<TerminalId> terminals, Currency currency) {
        this.rung = rung;
        this.arrived = Totals.arrived(summary, terminals);
        this.summary = summary;
        this.streams = summary.streams().stream()
                .filter(stream -> terminals.contains(stream.terminalId()))
                .toList();
        this.currency = currency;
    }

    /** Whether both sides have the same sums, and no number is missing in any till's events. */
    public boolean isEqual() {
        return rung.equals(arrived) && gaps() == 0;
    }

    /** The cloud's side in figures. */
    public Result result(BigDecimal seconds) {
        return new Result(
                arrived.sales(),
                arrived.refunds(),
                arrived.lines(),
                arrived.netMinor(),
                events(),
                summary.duplicates(),
                seconds);
    }

    /** What {@code outpost replay --json} prints. */
    public record Result(
            long sales, long refunds, long lines, long netMinor, long events, long duplicates, BigDecimal seconds) {}

    public Table table() {
        return new Table()
                .row("", "at the till", "in the cloud")
                .row("sales", Figures.count(rung.sales()), Figures.count(arrived.sales()))
                .row("refunds", Figures.count(rung.refunds()), Figures.count(arrived.refunds()))
                .row("lines", Figures.count(rung.lines()), Figures.count(arrived.lines()))
                .row("net, " + currency, money(rung), money(arrived))
                .row("events", "", Figures.count(events()))
                .row("missing numbers", "", Figures.count(gaps()))
                .row("duplicates", "", Figures.count(summary.duplicates()));
    }

    public void printVerdict(Screen screen) {
        if (holdsOthers()) {
            screen.print("The cloud holds other terminals' sales too: " + Figures.count(summary.sales()) + " sales and "
                    + Figures.count(summary.refunds()) + " refunds in all; duplicates are counted over all of them.");
        }
        screen.print(isEqual() ? "Everything has arrived, exactly once." : "THE TWO SIDES DIFFER.");
    }

    private long events() {
        return streams.stream()
                .mapToLong(stream -> stream.highest() - stream.missing())
                .sum();
    }

    private long gaps() {
        return streams.stream().mapToLong(Summary.Stream::missing).sum();
    }

    private boolean holdsOthers() {
        return !arrived.equals(new Totals(summary.sales(), summary.refunds(), summary.lines(), summary.netMinor()));
    }

    private String money(Totals totals) {
        return Figures.money(new Money(currency, totals.netMinor()));
    }
}
