package outpost.bench.internal.screen;

import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** A program of its own that opens an empty window, with SWT and nothing else. */
public final class BareWindow {
    private BareWindow() {}

    /** @param arguments the reading's name */
    public static void main(String[] arguments) {
        Display display = new Display();
        Start.watch(display, arguments[0], "bare");
        Shell shell = new Shell(display);
        shell.setLayout(new FillLayout());
        new Label(shell, org.eclipse.swt.SWT.NONE).setText("Outpost");
        shell.setSize(1_024, 768);
        shell.open();
        while (!shell.isDisposed()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        display.dispose();
    }
}
