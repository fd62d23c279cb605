package outpost.bench.internal.screen;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import outpost.bench.internal.Goods;
import outpost.bench.internal.Keystrokes;
import outpost.bench.internal.Reading;
import outpost.bench.internal.Runs;
import outpost.bench.internal.Samples;
import outpost.catalog.Catalog;
import outpost.catalog.Product;
import outpost.sales.Grounds;
import outpost.sales.OpenTicket;
import outpost.widgets.RowList;

/** From a key to what the cashier sees of it. */
final class WindowBench {
    private static final long SEED = 20_091;
    private static final int SCANS = 100;
    private static final int TYPED_NAMES = 6;
    /** A prime: no product comes twice, which would change a line and not add one. */
    private static final int STRIDE = 7_919;

    private static final int COMPARED_ROWS = 8;
    /** Other letters have no key that could be pressed, and what begins with a digit is a code. */
    private static final Pattern ON_EVERY_KEYBOARD = Pattern.compile("[a-z][a-z0-9 ]*");

    private final Desk desk;
    private final Goods goods;
    private final Catalog catalog;
    private final OpenTicket ticket;
    private final Control entry;
    private final Random random = new Random(SEED);
    private int next;

    WindowBench(Desk desk, Goods goods, Catalog catalog, OpenTicket ticket) {
        this.desk = desk;
        this.goods = goods;
        this.catalog = catalog;
        this.ticket = ticket;
        this.entry = desk.control("entry");
    }

    List<Reading> readings(String name) {
        try (EmptyWindow empty = new EmptyWindow(desk)) {
            return switch (name) {
                case "scan-to-line" -> Runs.compare(name, this::scans, () -> empty.keys(SCANS));
                case "key-to-results" -> Runs.compare(name, this::keystrokes, () -> empty.keys(SCANS));
                default -> throw new IllegalArgumentException("there is no bench " + name);
            };
        }
    }

    /** From the last character that the scanner sends, Enter, to the line in the basket, which is empty at first. */
    private Samples scans() {
        DrawnList<RowList<?>> basket = list("basket");
        Samples samples = new Samples();
        desk.onScreen(() -> ticket.ticket().isEmpty() ? ticket.ticket() : ticket.voidTicket(Grounds.of("bench")));
        desk.focus(entry);
        for (int scan = 0; scan < SCANS; scan++) {
            desk.reach();
            long before = basket.state();
            type(goods.code(next++ * STRIDE % goods.count()));
            samples.add(basket.nanosUntilOther(desk.press(SWT.CR, SWT.CR), before, "the scanned line"));
        }
        return samples;
    }

    /** From each letter to the rows that begin like what is typed. */
    private Samples keystrokes() {
        DrawnList<RowList<?>> results = list("results");
        Samples samples = new Samples();
        desk.focus(entry);
        String typed = "";
        for (String text : Keystrokes.of(goods, random, TYPED_NAMES)) {
            if (!ON_EVERY_KEYBOARD.matcher(text).matches()) {
                continue;
            }
            if (typed.isEmpty() || !text.startsWith(typed)) {
                desk.press(SWT.ESC, SWT.ESC);
                typed = "";
            }
            type(text.substring(typed.length(), text.length() - 1));
            // Where a letter changes nothing of what is shown, nobody can see when it was drawn.
            List<String> found = first(text);
            boolean changes = !found.isEmpty() && !found.equals(first(text.substring(0, text.length() - 1)));
            long before = results.state();
            long pressed = desk.press(text.charAt(text.length() - 1), text.charAt(text.length() - 1));
            if (changes) {
                samples.add(results.nanosUntilOther(pressed, before, "the results of '" + text + "'"));
            }
            typed = text;
        }
        return samples;
    }

    private List<String> first(String text) {
        return catalog.search(text, COMPARED_ROWS).stream().map(Product::name).toList();
    }

    private void type(String text) {
        text.chars().forEach(character -> desk.press((char) character, character));
    }

    private DrawnList<RowList<?>> list(String name) {
        RowList<?> rows = (RowList<?>) desk.hidden(name);
        return new DrawnList<>(desk, rows, WindowBench::content);
    }

    private static long content(RowList<?> shown) {
        long content = shown.rowCount();
        for (int row = 0; row < Math.min(COMPARED_ROWS, shown.rowCount()); row++) {
            content = 31 * content + shown.text(row, 0).hashCode();
        }
        return content;
    }
}
