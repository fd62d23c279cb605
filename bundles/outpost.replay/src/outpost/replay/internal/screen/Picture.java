package outpost.replay.internal.screen;

import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import outpost.replay.internal.ReplayException;

/** A picture of the till's window as it draws itself, whatever else lies over it on the desktop. */
final class Picture {
    private Picture() {}

    /** On the UI thread. */
    static void save(Shell window, Path file) {
        window.update();
        // From the screen: under GTK, Control.print leaves the printed controls unpainted afterwards.
        Rectangle area = window.getDisplay().map(window, null, window.getClientArea());
        Image image = new Image(window.getDisplay(), area.width, area.height);
        try {
            GC gc = new GC(window.getDisplay());
            gc.copyArea(image, area.x, area.y);
            gc.dispose();
            ImageLoader png = new ImageLoader();
            png.data = new ImageData[] {image.getImageData()};
            png.save(file.toString(), SWT.IMAGE_PNG);
        } catch (SWTException e) {
            throw new ReplayException("cannot save a picture to " + file + ": " + e.getMessage(), e);
        } finally {
            image.dispose();
        }
    }
}
