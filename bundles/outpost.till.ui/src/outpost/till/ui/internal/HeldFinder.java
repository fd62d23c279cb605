package outpost.till.ui.internal;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import outpost.sales.HeldTicket;
import outpost.widgets.Amounts;
import outpost.widgets.ask.Finder;

/** Finds a held ticket by its name, its cashier, or what is on it. */
final class HeldFinder implements Finder {
    private final Supplier<List<HeldTicket>> waiting;
    private final Amounts amounts;
    private final Consumer<UUID> taken;
    private String wanted = "";

    HeldFinder(Supplier<List<HeldTicket>> waiting, Amounts amounts, Consumer<UUID> taken) {
        this.waiting = waiting;
        this.amounts = amounts;
        this.taken = taken;
    }

    @Override
    public List<Row> rows() {
        return waiting.get().stream()
                .map(this::row)
                .filter(row -> (row.text() + " " + row.second())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }

    @Override
    public void lookFor(String text) {
        wanted = text.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public void chosen(Row row) {
        taken.accept(UUID.fromString(row.id()));
    }

    @Override
    public void notFound(String text) {
        // There is nothing else that a held ticket could be.
    }

    private Row row(HeldTicket held) {
        String time = amounts.time(held.heldAt());
        String first = held.ticket().lines().get(0).name();
        int more = held.ticket().lines().size() - 1;
        return new Row(
                held.id().toString(),
                held.name().isEmpty() ? time : held.name(),
                time + " · " + held.cashier()
                        + held.lane().map(lane -> " · " + lane).orElse("") + " · " + first
                        + (more > 0 ? " +" + more : ""),
                amounts.of(held.ticket().amounts().total()));
    }
}
