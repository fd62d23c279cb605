package outpost.widgets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Pattern;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Control;

/** Rows as they were painted once. To shape a row's texts takes a millisecond, and a list that scrolls would do it for every row that can be seen. */
final class RowPictures {
    /** More than are seen at a time on a tall screen. */
    private static final int MOST = 24;

    private static final boolean ON_GTK = "gtk".equals(SWT.getPlatform());
    /** Percent: where a point is a pixel. */
    private static final int PLAIN_ZOOM = 100;

    private final Control control;
    private final IntSupplier zoom;
    /** The ones that were asked for last come last. */
    private final Map<RowText, Picture> pictures = new LinkedHashMap<>(MOST, 0.75f, true);

    private Object look = "";
    private boolean plain;

    RowPictures(Control control) {
        this(control, () -> control.getMonitor().getZoom());
    }

    RowPictures(Control control, IntSupplier zoom) {
        this.control = control;
        this.zoom = zoom;
        control.addListener(SWT.Dispose, event -> clear());
    }

    /** What was painted with another look is painted anew. To be called before each round of {@link #draw}. */
    void look(Object now) {
        plain = zoom.getAsInt() == PLAIN_ZOOM;
        if (!now.equals(look)) {
            clear();
            look = now;
        }
    }

    /**
     * On a screen with several pixels a point the row itself is painted each time: a picture has one, and would be blurred.
     *
     * @param painting paints the row at the origin, as large as the area
     */
    void draw(GC gc, RowText row, Rectangle area, Consumer<GC> painting) {
        if (plain) {
            picture(row, area, painting).draw(gc, area);
        } else {
            at(area, gc, painting);
        }
    }

    private Picture picture(RowText row, Rectangle area, Consumer<GC> painting) {
        Picture picture = pictures.get(row);
        if (picture == null) {
            picture = painted(area, painting);
            pictures.put(row, picture);
            forgetOldest();
        }
        return picture;
    }

    private static void at(Rectangle area, GC gc, Consumer<GC> painting) {
        Transform place = new Transform(gc.getDevice());
        place.translate(area.x, area.y);
        gc.setTransform(place);
        painting.accept(gc);
        gc.setTransform(null);
        place.dispose();
    }

    private Picture painted(Rectangle area, Consumer<GC> painting) {
        Image image = new Image(control.getDisplay(), area.width, area.height);
        GC gc = new GC(image);
        painting.accept(gc);
        gc.dispose();
        return new Picture(image, new Pattern(control.getDisplay(), image));
    }

    private void forgetOldest() {
        if (pictures.size() > MOST) {
            RowText oldest = pictures.keySet().iterator().next();
            pictures.remove(oldest).dispose();
        }
    }

    private void clear() {
        List<Picture> all = new ArrayList<>(pictures.values());
        pictures.clear();
        all.forEach(Picture::dispose);
    }

    private record Picture(Image image, Pattern pattern) {
        void draw(GC gc, Rectangle area) {
            if (ON_GTK) {
                fill(gc, area);
            } else {
                gc.drawImage(image, area.x, area.y);
            }
        }

        /** As a pattern: {@link GC#drawImage} on GTK first copies the image's pixels out of it, only to learn its size. */
        private void fill(GC gc, Rectangle area) {
            at(area, gc, moved -> {
                moved.setBackgroundPattern(pattern);
                moved.fillRectangle(0, 0, area.width, area.height);
                moved.setBackgroundPattern(null);
            });
        }

        void dispose() {
            pattern.dispose();
            image.dispose();
        }
    }
}
