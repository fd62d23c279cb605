package outpost.till.ui.internal.day;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import outpost.devices.Print;
import outpost.sales.Receipt;
import outpost.sales.Receipts;
import outpost.till.ui.internal.Printing;
import outpost.till.ui.internal.Refusals;
import outpost.widgets.Background;
import outpost.widgets.Notice;

/** The till's receipts, found by typing; the selected one is shown as it was printed. Lives on the UI thread. */
final class ReceiptsModel {
    static final int MOST = 200;

    private final Receipts receipts;
    private final Printing printing;
    private final Background background;
    private final Refusals refusals;
    private final Consumer<Notice> say;
    private final Runnable changed;
    /** What the newest keystroke asks for: what was found for another text is out of date. */
    private String wanted = "";

    private List<Receipt> found = List.of();
    private int selected = -1;
    private Optional<Print> shown = Optional.empty();

    ReceiptsModel(
            Receipts receipts,
            Printing printing,
            Background background,
            Refusals refusals,
            Consumer<Notice> say,
            Runnable changed) {
        this.receipts = receipts;
        this.printing = printing;
        this.background = background;
        this.refusals = refusals;
        this.say = say;
        this.changed = changed;
    }

    /** Looks for receipts by number, customer or cashier; the newest where the text is empty. */
    void search(String text) {
        wanted = text.strip();
        String asked = wanted;
        background.call(
                () -> receipts.search(asked, Optional.empty(), MOST), list -> arrived(asked, list), this::failed);
    }

    /** Looks again for what was asked last, as there may be new ones. */
    void refresh() {
        search(wanted);
    }

    String wanted() {
        return wanted;
    }

    List<Receipt> found() {
        return found;
    }

    /** The selected one's place; -1 if there is none. */
    int selected() {
        return selected;
    }

    /** The selected receipt on paper; empty until it was read. */
    Optional<Print> shown() {
        return shown;
    }

    void move(int by) {
        if (!found.isEmpty()) {
            select(Math.max(0, Math.min(found.size() - 1, selected + by)));
        }
    }

    void select(int place) {
        selected = place;
        Receipt receipt = found.get(place);
        changed.run();
        background.call(() -> printing.document().of(receipt, 0), print -> read(receipt, print), this::failed);
    }

    /** Prints a copy of the selected one, marked as such. */
    void reprint() {
        if (selected >= 0) {
            printing.reprint(found.get(selected).number());
        }
    }

    private void arrived(String asked, List<Receipt> list) {
        if (!asked.equals(wanted)) {
            return;
        }
        Optional<String> before = selected < 0
                ? Optional.empty()
                : Optional.of(found.get(selected).number());
        found = List.copyOf(list);
        selected = -1;
        shown = Optional.empty();
        if (!found.isEmpty()) {
            List<String> numbers = found.stream().map(Receipt::number).toList();
            select(Math.max(0, before.map(numbers::indexOf).orElse(0)));
        }
        changed.run();
    }

    private void read(Receipt receipt, Print print) {
        if (selected >= 0 && found.get(selected).number().equals(receipt.number())) {
            shown = Optional.of(print);
            changed.run();
        }
    }

    private void failed(RuntimeException failure) {
        say.accept(Notice.problem(refusals.sentence(failure)));
    }
}
