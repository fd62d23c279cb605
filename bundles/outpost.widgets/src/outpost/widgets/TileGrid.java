package outpost.widgets;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Large coloured tiles for fingers, as many in a row as fit; more of them scroll. It never takes the focus. */
public final class TileGrid<T> extends Canvas implements Painted {
    private static final int LEAST_WIDTH = 118;
    private static final int HEIGHT = 84;
    private static final int GAP = 8;
    private static final int INSET = 10;
    private static final int PICTURE = 30;
    private static final int STRIP = 5;
    /** How much of a tile's colour shows on its ground, in percent: enough to tell tiles apart, little enough to read on it in any light. */
    private static final int TINT = 22;

    private final Paint paint = new Paint();
    private final Fonts fonts = new Fonts(this);
    private final Scrolling scrolling = new Scrolling(this, this::tap);
    private final Function<T, Tile> tileOf;
    private List<T> items = List.of();
    private IntConsumer tapped = place -> {};

    /**
     * @param second below the text, at the left
     * @param colour of the tile's edge, and in a lighter form of its ground
     * @param picture drawn small in a corner; whoever gives it disposes of it
     */
    public record Tile(String text, String second, Optional<RGB> colour, Optional<Image> picture) {}

    public TileGrid(Composite parent, Function<T, Tile> tileOf) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS | SWT.V_SCROLL);
        this.tileOf = tileOf;
        addListener(SWT.Paint, event -> draw(event.gc));
        addListener(SWT.Resize, event -> measure());
    }

    /** Hears the place of each tapped tile. */
    public TileGrid<T> onTap(IntConsumer listener) {
        tapped = listener;
        return this;
    }

    public void show(List<T> newItems) {
        if (!items.equals(newItems)) {
            items = List.copyOf(newItems);
            measure();
            scrolling.reveal(0, 0);
        }
    }

    public int tileCount() {
        return items.size();
    }

    /** What stands on a tile. */
    public String text(int place) {
        return tileOf.apply(items.get(place)).text();
    }

    /** Where a tile is, in this control's coordinates. */
    public Rectangle bounds(int place) {
        int columns = columns();
        int gap = Scale.px(this, GAP);
        int width = (getClientArea().width - (columns - 1) * gap) / columns;
        int height = Scale.px(this, HEIGHT);
        return new Rectangle(
                place % columns * (width + gap), place / columns * (height + gap) - scrolling.offset(), width, height);
    }

    @Override
    public Paint paint() {
        return paint;
    }

    private int columns() {
        int gap = Scale.px(this, GAP);
        return Math.max(1, (getClientArea().width + gap) / (Scale.px(this, LEAST_WIDTH) + gap));
    }

    private void measure() {
        int rows = (items.size() + columns() - 1) / columns();
        int gap = Scale.px(this, GAP);
        scrolling.contentHeight(Math.max(0, rows * (Scale.px(this, HEIGHT) + gap) - gap));
        redraw();
    }

    private void tap(Point point) {
        for (int place = 0; place < items.size(); place++) {
            if (bounds(place).contains(point)) {
                tapped.accept(place);
                return;
            }
        }
    }

    private void draw(GC gc) {
        Rectangle area = getClientArea();
        gc.setAntialias(SWT.ON);
        gc.setBackground(getParent().getBackground());
        gc.fillRectangle(area);
        for (int place = 0; place < items.size(); place++) {
            Rectangle bounds = bounds(place);
            if (bounds.intersects(area)) {
                tile(gc, tileOf.apply(items.get(place)), bounds);
            }
        }
    }

    private void tile(GC gc, Tile tile, Rectangle at) {
        int round = 2 * paint.radius();
        RGB ground = getBackground().getRGB();
        RGB edge = tile.colour().orElse(paint.edge().getRGB());
        gc.setBackground(new Color(edge));
        gc.fillRoundRectangle(at.x, at.y, at.width, at.height, round, round);
        gc.setBackground(
                new Color(tile.colour().map(colour -> mix(colour, ground)).orElse(ground)));
        int strip = tile.colour().isPresent() ? Scale.px(this, STRIP) : 1;
        gc.fillRoundRectangle(at.x + strip, at.y + 1, at.width - strip - 1, at.height - 2, round - 2, round - 2);
        int inset = Scale.px(this, INSET);
        int left = at.x + strip + inset - 1;
        int width = at.width - strip - 2 * inset;
        gc.setForeground(getForeground());
        gc.setFont(fonts.at(100, SWT.BOLD));
        int lineHeight = gc.getFontMetrics().getHeight();
        List<String> lines = TextFit.lines(gc, tile.text(), width);
        int y = at.y + inset - 2;
        for (String line : lines.subList(0, Math.min(2, lines.size()))) {
            gc.drawText(line, left, y, true);
            y += lineHeight;
        }
        gc.setFont(fonts.at(90, SWT.NORMAL));
        gc.setForeground(paint.muted());
        int bottom = at.y + at.height - inset + 2;
        gc.drawText(tile.second(), left, bottom - gc.getFontMetrics().getHeight(), true);
        tile.picture().ifPresent(picture -> picture(gc, picture, at.x + at.width - inset, bottom));
    }

    private void picture(GC gc, Image picture, int right, int bottom) {
        Rectangle size = picture.getBounds();
        int most = Scale.px(this, PICTURE);
        int height = size.height >= size.width ? most : most * size.height / size.width;
        int width = size.height >= size.width ? most * size.width / size.height : most;
        gc.setInterpolation(SWT.HIGH);
        gc.drawImage(picture, 0, 0, size.width, size.height, right - width, bottom - height, width, height);
    }

    private static RGB mix(RGB colour, RGB ground) {
        return new RGB(mix(colour.red, ground.red), mix(colour.green, ground.green), mix(colour.blue, ground.blue));
    }

    private static int mix(int colour, int ground) {
        return (colour * TINT + ground * (100 - TINT)) / 100;
    }
}
