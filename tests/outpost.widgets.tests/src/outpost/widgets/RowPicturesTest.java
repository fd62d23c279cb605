package outpost.widgets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RowPicturesTest {
    private static final RowText ROW = new RowText(false, List.of());
    private static final Rectangle AREA = new Rectangle(10, 20, 30, 8);
    private static final int RED = 0xff0000;
    private static final int WHITE = 0xffffff;

    private final Display display = new Display();
    private final Shell shell = new Shell(display);
    private final Image screen = new Image(display, 60, 60);
    private final GC gc = new GC(screen);
    private final List<GC> painted = new ArrayList<>();
    private int zoom = 100;
    private final RowPictures pictures = new RowPictures(shell, () -> zoom);

    @AfterEach
    void close() {
        gc.dispose();
        screen.dispose();
        display.dispose();
    }

    @Test
    void aRowIsPaintedOnceAndThenItsPictureIsDrawn() {
        draw();
        draw();

        assertEquals(1, painted.size());
        assertRowIsInItsPlace();
    }

    /** A picture has one pixel a point: text in it was blurred there, and each row had grey edges. */
    @Test
    void whereAPointIsSeveralPixelsTheRowItselfIsPaintedEachTime() {
        draw();
        zoom = 200;

        draw();
        draw();

        assertEquals(List.of(gc, gc), painted.subList(1, painted.size()));
        assertRowIsInItsPlace();
    }

    private void draw() {
        gc.setBackground(display.getSystemColor(SWT.COLOR_WHITE));
        gc.fillRectangle(screen.getBounds());
        pictures.look("the same");
        pictures.draw(gc, ROW, AREA, row -> {
            painted.add(row);
            row.setBackground(display.getSystemColor(SWT.COLOR_RED));
            row.fillRectangle(0, 0, AREA.width, AREA.height);
        });
    }

    private void assertRowIsInItsPlace() {
        assertEquals(
                List.of(RED, RED, WHITE, WHITE), List.of(pixel(10, 20), pixel(39, 27), pixel(9, 20), pixel(40, 28)));
    }

    private int pixel(int x, int y) {
        var data = screen.getImageData(100);
        var colour = data.palette.getRGB(data.getPixel(x, y));
        return colour.red << 16 | colour.green << 8 | colour.blue;
    }
}
