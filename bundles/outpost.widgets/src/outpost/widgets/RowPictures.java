package outpost.widgets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

    private final Control control;
    /** The ones that were asked for last come last. */
    private final Map<RowText, Picture> pictures = new LinkedHashMap<>(MOST, 0.75f, true);

    private Object look = "";

    RowPictures(Control control) {
        this.control = control;
        control.addListener(SWT.Dispose, event -> clear());
    }

    /** What was painted with another look is painted anew. */
    void look(Object now) {
        if (!now.equals(look)) {
            clear();
            look = now;
        }
    }

    /** @param painting paints the row into a picture of that size */
    void draw(GC gc, RowText row, Rectangle area, Consumer<GC> painting) {
        Picture picture = pictures.get(row);
        if (picture == null) {
            picture = painted(area, painting);
            pictures.put(row, picture);
            forgetOldest();
        }
        picture.draw(gc, area);
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
            Transform place = new Transform(gc.getDevice());
            place.translate(area.x, area.y);
            gc.setTransform(place);
            gc.setBackgroundPattern(pattern);
            gc.fillRectangle(0, 0, area.width, area.height);
            gc.setBackgroundPattern(null);
            gc.setTransform(null);
            place.dispose();
        }

        void dispose() {
            pattern.dispose();
            image.dispose();
        }
    }
}
