package outpost.devices.internal;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import outpost.devices.Print;

/**
 * The printable width of a roll, in cells of the printer's usual font, and the drawing of what that font does not have.
 *
 * @param width cells in a line: 48 on paper of 80 mm, 32 on paper of 58 mm
 */
record Paper(int width) {
    private static final int CELL_DOTS = 12;
    private static final int LINE_DOTS = 30;
    private static final int BASELINE_DOTS = 23;
    private static final float PROBE_SIZE = 100f;
    /** A text and the single spaces in it; wider gaps are where the next column begins. */
    private static final Pattern COLUMN = Pattern.compile("\\S+(?: \\S+)*");

    int dots() {
        return width * CELL_DOTS;
    }

    /** The row as a picture, for scripts that no code page of the printer has. Each column begins where its cell is; within it the script flows as it likes. */
    BufferedImage drawn(Row row) {
        int scale = Row.cells(row.style());
        BufferedImage image = blank(dots(), LINE_DOTS * scale);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
        pen.setColor(Color.BLACK);
        pen.setFont(font(pen, row.style()));
        for (Matcher column = COLUMN.matcher(row.text()); column.find(); ) {
            int cell = Cells.in(row.text().substring(0, column.start()));
            pen.drawString(column.group(), cell * CELL_DOTS * scale, BASELINE_DOTS * scale);
        }
        pen.dispose();
        return image;
    }

    static BufferedImage blank(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return image;
    }

    /** The machine's own fixed-width font, in the size whose letters are as wide as the printer's. */
    private static Font font(Graphics2D pen, Print.Style style) {
        Font font = new Font(Font.MONOSPACED, style == Print.Style.PLAIN ? Font.PLAIN : Font.BOLD, 1);
        int probe = pen.getFontMetrics(font.deriveFont(PROBE_SIZE)).charWidth('0');
        return font.deriveFont(PROBE_SIZE * CELL_DOTS * Row.cells(style) / probe);
    }
}
