package outpost.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A document for a strip of paper, said without any printer's language: from top to bottom, and cut off at its end. How many characters go into a line is
 * the printer's matter: what is too long is broken between words. Control characters in a text, which would command the printer, become spaces.
 *
 * @param title what the document is called while it waits, in the cashier's language: {@code Receipt 2-000017}
 */
public record Print(String title, List<Line> lines) {
    /** What stands on its own line or lines. */
    public sealed interface Line {}

    public record Text(String text, Align align, Style style) implements Line {
        public Text {
            text = printable(text);
            Objects.requireNonNull(align, "align");
            Objects.requireNonNull(style, "style");
        }
    }

    /** Two texts at the two edges of the paper. The right one is never broken: it stands on the left one's last line, or on one of its own. */
    public record Pair(String left, String right, Style style) implements Line {
        public Pair {
            left = printable(left);
            right = printable(right);
            Objects.requireNonNull(style, "style");
        }
    }

    /** A line from edge to edge. */
    public record Rule() implements Line {}

    /**
     * A code for scanners, in the middle of the paper. A {@link Symbology#CODE_128} has its text below it; where it is wider than the paper, a QR code of the
     * same value takes its place.
     */
    public record Code(Symbology symbology, String value) implements Line {
        /** What a QR code holds whose modules can still be read on narrow paper. */
        private static final int MAX_LENGTH = 900;

        /** @throws IllegalArgumentException if the value is empty, longer than 900 characters, or not of printable ASCII characters only */
        public Code {
            Objects.requireNonNull(symbology, "symbology");
            if (!value.matches("[ -~]{1," + MAX_LENGTH + "}")) {
                throw new IllegalArgumentException(
                        "a code takes up to " + MAX_LENGTH + " ASCII characters, not '" + value + "'");
            }
        }
    }

    /**
     * A picture in the middle of the paper, made smaller where it is wider than that. One that cannot be read is left out: no picture keeps a receipt back.
     *
     * @param dataUri {@code data:image/png;base64,…}; JPEG and GIF too
     */
    public record Picture(String dataUri) implements Line {
        /** @throws IllegalArgumentException if it is no picture's data URI */
        public Picture {
            if (!dataUri.matches("(?s)data:image/[a-z]+;base64,.+")) {
                throw new IllegalArgumentException("a picture must be given as data:image/png;base64,…");
            }
        }
    }

    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    public enum Style {
        PLAIN,
        BOLD,
        /** Bold, twice as wide and twice as high. */
        DOUBLE
    }

    public enum Symbology {
        QR,
        CODE_128
    }

    public Print {
        if (title.isBlank()) {
            throw new IllegalArgumentException("a print needs a title");
        }
        title = printable(title);
        lines = List.copyOf(lines);
    }

    public static Builder titled(String title) {
        return new Builder(title);
    }

    private static String printable(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Puts a document together, line by line. */
    public static final class Builder {
        private final String title;
        private final List<Line> lines = new ArrayList<>();

        private Builder(String title) {
            this.title = title;
        }

        public Builder text(String text) {
            return add(new Text(text, Align.LEFT, Style.PLAIN));
        }

        public Builder text(String text, Align align, Style style) {
            return add(new Text(text, align, style));
        }

        public Builder centred(String text) {
            return add(new Text(text, Align.CENTRE, Style.PLAIN));
        }

        public Builder pair(String left, String right) {
            return add(new Pair(left, right, Style.PLAIN));
        }

        public Builder pair(String left, String right, Style style) {
            return add(new Pair(left, right, style));
        }

        public Builder space() {
            return text("");
        }

        public Builder rule() {
            return add(new Rule());
        }

        public Builder code(Symbology symbology, String value) {
            return add(new Code(symbology, value));
        }

        public Builder picture(String dataUri) {
            return add(new Picture(dataUri));
        }

        public Builder add(Line line) {
            lines.add(line);
            return this;
        }

        public Print print() {
            return new Print(title, lines);
        }
    }
}
