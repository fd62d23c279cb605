package outpost.devices;

import java.util.List;
import outpost.devices.Print.Align;
import outpost.devices.Print.Style;
import outpost.devices.internal.Row;

/** A document as lines of a fixed-width font, broken as the printer breaks them: what comes out of it, for a screen. */
public final class PaperLines {
    private PaperLines() {}

    /**
     * All characters are of one size. In place of a code stands its value; a picture is left out.
     *
     * @param width characters in a line; no line is wider, Chinese characters counting twice
     */
    public static List<String> of(Print print, int width) {
        return print.lines().stream()
                .flatMap(line -> rows(line, width).stream())
                .map(Row::text)
                .toList();
    }

    private static List<Row> rows(Print.Line line, int width) {
        if (line instanceof Print.Text text) {
            return Row.of(new Print.Text(text.text(), text.align(), Style.PLAIN), width);
        } else if (line instanceof Print.Pair pair) {
            return Row.of(new Print.Pair(pair.left(), pair.right(), Style.PLAIN), width);
        } else if (line instanceof Print.Rule) {
            return List.of(Row.rule(width));
        } else if (line instanceof Print.Code code) {
            return Row.of(new Print.Text(code.value(), Align.CENTRE, Style.PLAIN), width);
        } else {
            return List.of();
        }
    }
}
