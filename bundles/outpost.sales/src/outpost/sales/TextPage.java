package outpost.sales;

import java.util.ArrayList;
import java.util.List;

/** Lines of one width. Longer text goes on in the next line; control characters, which would command a printer, become spaces. */
final class TextPage {
    private final int width;
    private final List<String> lines = new ArrayList<>();

    TextPage(int width) {
        this.width = width;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    void rule() {
        lines.add("-".repeat(width));
    }

    void text(String text) {
        lines.addAll(wrapped(text, width));
    }

    void centred(String text) {
        wrapped(text, width).forEach(line -> lines.add(" ".repeat((width - length(line)) / 2) + line));
    }

    /** Text on the left and on the right; where both do not fit in a line, the right one gets the next for itself. */
    void pair(String left, String right) {
        List<String> leftLines = wrapped(left, width);
        String last = leftLines.get(leftLines.size() - 1);
        List<String> rightLines = wrapped(right, width);
        if (rightLines.size() == 1 && length(last) + 1 + length(right) <= width) {
            lines.addAll(leftLines.subList(0, leftLines.size() - 1));
            lines.add(last + padded(rightLines.get(0), width - length(last)));
        } else {
            lines.addAll(leftLines);
            rightLines.forEach(line -> lines.add(padded(line, width)));
        }
    }

    private static String padded(String text, int width) {
        return " ".repeat(width - length(text)) + text;
    }

    private static List<String> wrapped(String text, int width) {
        String rest = text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .stripTrailing();
        List<String> wrapped = new ArrayList<>();
        while (length(rest) > width) {
            int hard = rest.offsetByCodePoints(0, width);
            int space = rest.lastIndexOf(' ', hard);
            int end = space > 0 && !rest.substring(0, space).isBlank() ? space : hard;
            wrapped.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        wrapped.add(rest);
        return wrapped;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
