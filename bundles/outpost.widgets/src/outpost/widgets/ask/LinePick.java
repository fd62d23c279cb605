package outpost.widgets.ask;

import java.util.ArrayList;
import java.util.List;
import outpost.values.Quantity;

/** Choosing lines of a receipt, and how much of each, up to what has not come back yet. */
public final class LinePick {
    private final List<Line> lines;
    private final List<Quantity> chosen = new ArrayList<>();
    private int selected;

    /**
     * @param lineNo the line's number on the receipt
     * @param left how much can still come back; zero if all of it did
     * @param price what one was paid for, as people write it
     */
    public record Line(int lineNo, String name, Quantity left, Quantity sold, String price) {}

    public LinePick(List<Line> lines) {
        this.lines = List.copyOf(lines);
        lines.forEach(line -> chosen.add(new Quantity(0)));
    }

    public List<Line> lines() {
        return lines;
    }

    public Quantity chosen(int place) {
        return chosen.get(place);
    }

    public int selected() {
        return selected;
    }

    public void select(int place) {
        selected = Math.max(0, Math.min(lines.size() - 1, place));
    }

    /** Everything that is left of the line, or nothing of it if that was chosen already. */
    public void toggle(int place) {
        select(place);
        boolean all = chosen.get(place).equals(lines.get(place).left());
        chosen.set(place, all ? new Quantity(0) : lines.get(place).left());
    }

    /** One more or less, within what is left. */
    public void change(int place, int by) {
        select(place);
        Quantity next = chosen.get(place).plus(Quantity.of(by));
        Quantity most = lines.get(place).left();
        chosen.set(place, next.isNegative() ? new Quantity(0) : next.compareTo(most) > 0 ? most : next);
    }

    public void all() {
        for (int place = 0; place < lines.size(); place++) {
            chosen.set(place, lines.get(place).left());
        }
    }

    public boolean isEmpty() {
        return chosen.stream().allMatch(Quantity::isZero);
    }
}
