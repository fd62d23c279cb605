package outpost.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** A window without a frame in the middle of another one, which takes no keys and taps until this is closed. */
public final class Overlay {
    private static final int LOOK_MILLIS = 250;
    private static final int EDGE = 2;

    private Overlay() {}

    /** A new one, not open yet; the keys on its buttons work. */
    public static Shell over(Shell window) {
        Shell shell = Style.classes(new Shell(window, SWT.APPLICATION_MODAL | SWT.NO_TRIM), "dialog");
        FillLayout edged = new FillLayout();
        edged.marginWidth = EDGE;
        edged.marginHeight = EDGE;
        shell.setLayout(edged);
        Shortcuts.listen(shell);
        return shell;
    }

    /** Where its content goes: it has the focus, as nothing on it is typed into. */
    public static Composite content(Shell shell) {
        Composite content = Style.key(Style.classes(new FocusHolder(shell), "dialog"), "overlay");
        content.setLayout(Grids.columns(content, 1, 16, 24));
        return content;
    }

    /**
     * Opens it, or gives it the size that it needs now.
     *
     * @param width at most, in pixels
     */
    public static void show(Shell shell, int width) {
        centre(shell, shell.getParent().getShell(), width);
        if (!shell.isVisible()) {
            shell.open();
            keepKeys(shell);
        }
        shell.setFocus();
    }

    /** In the middle of that window, as high as its content needs. */
    public static void centre(Shell shell, Shell window, int wanted) {
        Rectangle over = window.getBounds();
        int width = Math.min(wanted, over.width);
        Point size = shell.computeSize(width, SWT.DEFAULT);
        shell.setBounds(over.x + (over.width - width) / 2, over.y + (over.height - size.y) / 2, width, size.y);
    }

    /** The window below may get the keys all the same, as while both are being opened, and would let nobody have them. */
    private static void keepKeys(Shell shell) {
        if (shell.isDisposed()) {
            return;
        }
        if (shell.getDisplay().getActiveShell() == shell.getParent()) {
            shell.forceActive();
            shell.setFocus();
        }
        shell.getDisplay().timerExec(LOOK_MILLIS, () -> keepKeys(shell));
    }
}
