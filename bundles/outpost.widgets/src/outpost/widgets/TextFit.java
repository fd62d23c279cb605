package outpost.widgets;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.GC;

/** Makes text fit the room that it has, in the GC's font. */
public final class TextFit {
    private TextFit() {}

    /** The text, or its longest beginning with an ellipsis that fits. */
    public static String oneLine(GC gc, String text, int width) {
        if (gc.textExtent(text).x <= width) {
            return text;
        }
        int fits = 0;
        int tooLong = text.length();
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) / 2;
            if (gc.textExtent(text.substring(0, middle) + "…").x <= width) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return text.substring(0, fits).stripTrailing() + "…";
    }

    /** The text broken between words into lines that fit; a word that is wider than a line is shortened. */
    public static List<String> lines(GC gc, String text, int width) {
        if (gc.textExtent(text).x <= width) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (gc.textExtent(longer).x <= width || line.isEmpty()) {
                line = longer;
            } else {
                lines.add(oneLine(gc, line, width));
                line = word;
            }
        }
        lines.add(oneLine(gc, line, width));
        return lines;
    }
}
