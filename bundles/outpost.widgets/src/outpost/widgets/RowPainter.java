package outpost.widgets;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Lays out and paints the rows of a {@link RowList}. */
final class RowPainter<R> {
    private static final int MARK_WIDTH = 4;

    private final RowList<R> list;
    private final Fonts fonts;
    private final RowPictures pictures;
    private final int margin;
    private final int button;
    private Color foreground = new Color(0, 0, 0);
    private Color background = new Color(255, 255, 255);

    RowPainter(RowList<R> list) {
        this.list = list;
        fonts = new Fonts(list);
        pictures = new RowPictures(list);
        margin = Scale.px(list, 16);
        button = Scale.px(list, 40);
    }

    List<Rectangle> cells(List<Column<R>> columns, Rectangle area) {
        int fixed = columns.stream()
                .mapToInt(column -> Scale.px(list, column.width()))
                .sum();
        int wide = (int) columns.stream().filter(column -> column.width() == 0).count();
        int rest = Math.max(0, area.width - 2 * margin - fixed) / Math.max(1, wide);
        List<Rectangle> cells = new ArrayList<>();
        int x = area.x + margin;
        for (Column<R> column : columns) {
            int width = column.width() == 0 ? rest : Scale.px(list, column.width());
            cells.add(new Rectangle(x, area.y, width, area.height));
            x += width;
        }
        return cells;
    }

    /** Fills the list's ground. */
    void begin(GC gc) {
        // SWT reads them anew from a style sheet each time that it is asked.
        foreground = list.getForeground();
        background = list.getBackground();
        pictures.look(new Look(
                list.getFont(),
                foreground,
                background,
                list.paint().edge(),
                list.paint().muted(),
                list.paint().pressed(),
                list.paint().accent(),
                list.getClientArea().width));
        gc.setBackground(background);
        gc.fillRectangle(list.getClientArea());
    }

    void draw(GC gc, List<Column<R>> columns, RowText row, Rectangle area) {
        Rectangle whole = new Rectangle(0, 0, area.width, area.height);
        pictures.draw(gc, row, area, picture -> paint(picture, columns, row, whole));
    }

    private void paint(GC gc, List<Column<R>> columns, RowText row, Rectangle area) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(row.selected() ? list.paint().pressed() : background);
        gc.fillRectangle(area);
        if (row.selected()) {
            gc.setBackground(list.paint().accent());
            gc.fillRectangle(area.x, area.y, MARK_WIDTH, area.height);
        }
        gc.setForeground(list.paint().edge());
        gc.drawLine(area.x, area.y + area.height - 1, area.x + area.width, area.y + area.height - 1);
        List<Rectangle> cells = cells(columns, area);
        for (int i = 0; i < columns.size(); i++) {
            Column<R> column = columns.get(i);
            if (column.glyph().isPresent()) {
                button(gc, column.glyph().get(), cells.get(i));
            } else {
                texts(gc, column, row.cells().get(i), cells.get(i));
            }
        }
    }

    private void button(GC gc, Glyph glyph, Rectangle cell) {
        int x = cell.x + (cell.width - button) / 2;
        int y = cell.y + (cell.height - button) / 2;
        gc.setBackground(background);
        gc.fillOval(x, y, button, button);
        gc.setForeground(list.paint().muted());
        gc.setAlpha(110);
        gc.drawOval(x, y, button, button);
        gc.setAlpha(255);
        gc.setForeground(foreground);
        int picture = button * 7 / 20;
        glyph.draw(gc, x + (button - picture) / 2, y + (button - picture) / 2, picture);
    }

    /** A text that is too long for one line takes the place of the second one too. */
    private void texts(GC gc, Column<R> column, RowText.Cell texts, Rectangle cell) {
        String first = texts.first();
        gc.setFont(fonts.at(100, column.style()));
        gc.setForeground(foreground);
        List<String> lines = TextFit.lines(gc, first, cell.width - 8);
        int lineHeight = fonts.lineHeight(100, column.style());
        if (lines.size() > 1) {
            String rest = first.substring(lines.get(0).length()).strip();
            int y = cell.y + (cell.height - 2 * lineHeight) / 2;
            line(gc, lines.get(0), column.align(), cell, y);
            line(gc, rest, column.align(), cell, y + lineHeight);
            return;
        }
        String second = texts.second();
        int secondHeight = second.isEmpty() ? 0 : lineHeight * 3 / 4 + 4;
        int y = cell.y + (cell.height - lineHeight - secondHeight) / 2;
        line(gc, first, column.align(), cell, y);
        if (!second.isEmpty()) {
            gc.setFont(fonts.at(78, SWT.NORMAL));
            gc.setForeground(list.paint().muted());
            line(gc, second, column.align(), cell, y + lineHeight + 4);
        }
    }

    private static void line(GC gc, String text, int align, Rectangle cell, int y) {
        int room = cell.width - 8;
        Point extent = gc.textExtent(text);
        String fitting = text;
        if (extent.x > room) {
            fitting = TextFit.oneLine(gc, text, room);
            extent = gc.textExtent(fitting);
        }
        int x =
                switch (align) {
                    case SWT.RIGHT -> cell.x + cell.width - extent.x - 4;
                    case SWT.CENTER -> cell.x + (cell.width - extent.x) / 2;
                    default -> cell.x + 4;
                };
        gc.drawText(fitting, x, y, true);
    }

    /** All that a row's picture depends on beside the row. */
    private record Look(
            Font font,
            Color foreground,
            Color background,
            Color edge,
            Color muted,
            Color pressed,
            Color accent,
            int width) {}
}
