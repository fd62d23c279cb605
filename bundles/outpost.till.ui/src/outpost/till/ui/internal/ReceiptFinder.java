package outpost.till.ui.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import outpost.sales.Receipt;
import outpost.sales.Receipts;
import outpost.widgets.Amounts;
import outpost.widgets.Background;
import outpost.widgets.ask.Finder;

/** Finds receipts by a part of their number or by their customer, the newest first; what is none may be a product. */
final class ReceiptFinder implements Finder {
    private static final int MOST = 50;

    private final Receipts receipts;
    private final Background background;
    private final Amounts amounts;
    private final Consumer<String> taken;
    private final Runnable changed;
    private String wanted = "";
    private List<Receipt> found = List.of();

    /** @param taken hears the number of a receipt, or what was typed or scanned instead */
    ReceiptFinder(Receipts receipts, Background background, Amounts amounts, Consumer<String> taken, Runnable changed) {
        this.receipts = receipts;
        this.background = background;
        this.amounts = amounts;
        this.taken = taken;
        this.changed = changed;
    }

    @Override
    public List<Row> rows() {
        return found.stream().map(this::row).toList();
    }

    @Override
    public void lookFor(String text) {
        String asked = text.strip();
        wanted = asked;
        background.call(
                () -> receipts.search(asked, Optional.empty(), MOST),
                list -> arrived(asked, list),
                failure -> arrived(asked, List.of()));
    }

    @Override
    public void chosen(Row row) {
        taken.accept(row.id());
    }

    @Override
    public void notFound(String text) {
        taken.accept(text);
    }

    private void arrived(String asked, List<Receipt> list) {
        if (Objects.equals(asked, wanted)) {
            found = list;
            changed.run();
        }
    }

    private Row row(Receipt receipt) {
        String first = receipt.sale().lines().get(0).name();
        int more = receipt.sale().lines().size() - 1;
        return new Row(
                receipt.number(),
                amounts.dayAndTime(receipt.completedAt()),
                receipt.number() + " · " + first + (more > 0 ? " +" + more : ""),
                amounts.of(receipt.total()));
    }
}
