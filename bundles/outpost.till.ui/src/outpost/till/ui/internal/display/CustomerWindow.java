package outpost.till.ui.internal.display;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Monitor;
import org.eclipse.swt.widgets.Shell;
import outpost.sales.Ticket;
import outpost.widgets.Amounts;
import outpost.widgets.Look;
import outpost.widgets.Style;

/** The second window, for the customer. It never takes the focus from the till. */
final class CustomerWindow {
    private static final int THANKS_MILLIS = 10_000;
    private static final int TRIED_WIDTH = 640;
    private static final int TRIED_HEIGHT = 480;

    private final Shell shell;
    private final CustomerScreen screen = new CustomerScreen();
    private CustomerView view;
    /** Thanks that are newer than a timer outlive it. */
    private int shown;

    private CustomerWindow(Shell shell, Look look, Amounts amounts, String shop) {
        this.shell = shell;
        shell.setText(shop);
        shell.setLayout(new FillLayout());
        DisplayMessages messages = look.messages(DisplayMessages.class);
        look.fill(shell, () -> {
            view = new CustomerView(shell, screen, messages, amounts, shop);
            return view;
        });
    }

    /**
     * Opens the window where the setting {@code display.screen} says.
     *
     * @param where the number of the screen from 1 on, or {@code window} for a window that can be moved; empty where such a screen is not there
     */
    static Optional<CustomerWindow> open(Display display, String where, Look look, Amounts amounts, String shop) {
        Monitor[] monitors = display.getMonitors();
        if ("window".equals(where)) {
            // Above the till, which fills the screen and would hide it.
            Shell window = Style.classes(new Shell(display, SWT.SHELL_TRIM | SWT.ON_TOP), "display");
            CustomerWindow opened = new CustomerWindow(window, look, amounts, shop);
            window.setSize(TRIED_WIDTH, TRIED_HEIGHT);
            window.setVisible(true);
            return Optional.of(opened);
        }
        if (!where.matches("[1-9]") || Integer.parseInt(where) > monitors.length) {
            return Optional.empty();
        }
        Rectangle area = monitors[Integer.parseInt(where) - 1].getBounds();
        Shell full = Style.classes(new Shell(display, SWT.NO_TRIM), "display");
        CustomerWindow opened = new CustomerWindow(full, look, amounts, shop);
        full.setBounds(area);
        full.setVisible(true);
        return Optional.of(opened);
    }

    void show(Ticket ticket) {
        if (shell.isDisposed()) {
            return;
        }
        screen.show(ticket);
        view.refresh();
        int mine = ++shown;
        if (screen.state() == CustomerScreen.State.THANKS) {
            shell.getDisplay().timerExec(THANKS_MILLIS, () -> rest(mine));
        }
    }

    void close() {
        if (!shell.isDisposed()) {
            shell.dispose();
        }
    }

    private void rest(int of) {
        if (of == shown && !shell.isDisposed()) {
            screen.rest();
            view.refresh();
        }
    }
}
