package outpost.devices.internal;

import java.util.ArrayList;
import java.util.List;
import outpost.devices.Print;

/** One line of characters that fits the paper, blanks at its start included. */
public record Row(String text, Print.Style style) {
    /** A double-wide character takes two cells. */
    static int cells(Print.Style style) {
        return style == Print.Style.DOUBLE ? 2 : 1;
    }

    public static List<Row> of(Print.Text line, int width) {
        int cells = width / cells(line.style());
        return Cells.wrapped(line.text(), cells).stream()
                .map(text -> new Row(" ".repeat(indent(line.align(), cells - Cells.in(text))) + text, line.style()))
                .toList();
    }

    public static List<Row> of(Print.Pair pair, int width) {
        int cells = width / cells(pair.style());
        List<String> texts = new ArrayList<>(Cells.wrapped(pair.left(), cells));
        String last = texts.get(texts.size() - 1);
        int gap = cells - Cells.in(last) - Cells.in(pair.right());
        if (gap > 0) {
            texts.set(texts.size() - 1, last + " ".repeat(gap) + pair.right());
        } else {
            Cells.wrapped(pair.right(), cells).forEach(text -> texts.add(" ".repeat(cells - Cells.in(text)) + text));
        }
        return texts.stream().map(text -> new Row(text, pair.style())).toList();
    }

    public static Row rule(int width) {
        return new Row("-".repeat(width), Print.Style.PLAIN);
    }

    private static int indent(Print.Align align, int free) {
        return switch (align) {
            case LEFT -> 0;
            case CENTRE -> free / 2;
            case RIGHT -> free;
        };
    }
}
