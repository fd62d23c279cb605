package outpost.till.ui.internal;

import java.util.ArrayList;
import java.util.List;
import outpost.devices.Print;

/** A print as lines of a fixed-width font: what the printer would put on its paper, for the screen. */
public final class PaperLines {
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private PaperLines(int width) {
        this.width = width;
    }

    /** @param width characters in a line; no line is longer */
    public static List<String> of(Print print, int width) {
        PaperLines paper = new PaperLines(width);
        print.lines().forEach(paper::add);
        return List.copyOf(paper.lines);
    }

    private void add(Print.Line line) {
        if (line instanceof Print.Text text) {
            text(text);
        } else if (line instanceof Print.Pair pair) {
            pair(pair.left(), pair.right());
        } else if (line instanceof Print.Rule) {
            lines.add("-".repeat(width));
        } else if (line instanceof Print.Code code) {
            wrapped(code.value()).forEach(part -> lines.add(centred(part)));
        }
    }

    private void text(Print.Text text) {
        for (String part : wrapped(text.text())) {
            lines.add(
                    switch (text.align()) {
                        case LEFT -> part;
                        case CENTRE -> centred(part);
                        case RIGHT -> right(part);
                    });
        }
    }

    private void pair(String left, String right) {
        List<String> parts = wrapped(left);
        String last = parts.get(parts.size() - 1);
        lines.addAll(parts.subList(0, parts.size() - 1));
        if (length(last) + 1 + length(right) <= width) {
            lines.add(last + " ".repeat(width - length(last) - length(right)) + right);
        } else {
            lines.add(last);
            wrapped(right).forEach(part -> lines.add(right(part)));
        }
    }

    private String centred(String text) {
        return " ".repeat((width - length(text)) / 2) + text;
    }

    private String right(String text) {
        return " ".repeat(width - length(text)) + text;
    }

    private List<String> wrapped(String text) {
        List<String> parts = new ArrayList<>();
        String rest = text.stripTrailing();
        while (length(rest) > width) {
            int hard = rest.offsetByCodePoints(0, width);
            int space = rest.lastIndexOf(' ', hard);
            int end = space > 0 && !rest.substring(0, space).isBlank() ? space : hard;
            parts.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        parts.add(rest);
        return parts;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
