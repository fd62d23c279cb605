package outpost.devices.internal;

import java.io.ByteArrayOutputStream;
import java.util.stream.Collectors;
import outpost.devices.CustomerDisplay.Row;
import outpost.devices.Workplace;

/**
 * Two lines in the language of Epson's customer displays. Each content says all of it anew, so that a display that was switched off in between is right again
 * with the next one.
 *
 * @param width characters in a line
 */
record DisplayText(int width, Alphabet alphabet) {
    private static final String USUAL_WIDTH = "20";
    private static final int LEAST_WIDTH = 8;
    private static final int MOST_WIDTH = 40;

    private static final byte[] INITIALIZE = {0x1B, '@'};
    private static final byte[] CURSOR_OFF = {0x1F, 'C', 0};
    private static final byte[] UPPER_LINE = {0x1F, '$', 1, 1};
    private static final byte[] LOWER_LINE = {0x1F, '$', 1, 2};
    private static final byte[] CODE_PAGE = {0x1B, 't'};

    /** @throws IllegalArgumentException naming the setting that is wrong */
    static DisplayText of(Workplace workplace) {
        int width = PrinterSettings.parsed(
                "display.width",
                workplace.setting("display.width").orElse(USUAL_WIDTH),
                text -> PrinterSettings.number(text, LEAST_WIDTH, MOST_WIDTH));
        return new DisplayText(width, PrinterSettings.alphabet(workplace, "display.charset"));
    }

    byte[] of(Row upper, Row lower) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(INITIALIZE);
        bytes.writeBytes(CURSOR_OFF);
        bytes.writeBytes(UPPER_LINE);
        write(bytes, line(upper));
        bytes.writeBytes(LOWER_LINE);
        write(bytes, line(lower));
        return bytes.toByteArray();
    }

    private String line(Row row) {
        String right = Cells.first(alphabet.spelt(row.right()), width);
        int room = width - Cells.in(right) - (right.isEmpty() ? 0 : 1);
        String left = room > 0 ? Cells.first(alphabet.spelt(row.left()), room) : "";
        return left + " ".repeat(width - Cells.in(left) - Cells.in(right)) + right;
    }

    /** What the display has no character for shows as a question mark, as it cannot draw; what would command it, as a blank. */
    private void write(ByteArrayOutputStream bytes, String line) {
        String known = line.codePoints().mapToObj(this::known).collect(Collectors.joining());
        for (Alphabet.Piece piece : alphabet.pieces(known).orElseThrow()) {
            bytes.writeBytes(CODE_PAGE);
            bytes.write(piece.page().number());
            bytes.writeBytes(piece.bytes());
        }
    }

    private String known(int codePoint) {
        String character = Character.toString(codePoint);
        if (Character.isISOControl(codePoint)) {
            return " ";
        }
        return alphabet.pieces(character).isPresent() ? character : "?".repeat(Cells.in(character));
    }
}
