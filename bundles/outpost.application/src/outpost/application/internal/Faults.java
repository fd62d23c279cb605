package outpost.application.internal;

import java.util.Optional;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.services.statusreporter.StatusReporter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.widgets.Banner;
import outpost.widgets.Grids;
import outpost.widgets.Look;
import outpost.widgets.Scale;
import outpost.widgets.Shortcuts;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;

/** A fault that nobody caught: the technician finds it in the log, the cashier reads one sentence and goes on. */
final class Faults extends StatusReporter {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final int WIDTH = 640;

    private final Display display;
    private final WindowMessages messages;
    private Optional<Shell> open = Optional.empty();

    Faults(Display display, Look look) {
        this.display = display;
        messages = look.messages(WindowMessages.class);
    }

    @Override
    public void report(IStatus status, int style, Object... information) {
        LOG.error("{}", status.getMessage(), status.getException());
        if (!display.isDisposed()) {
            display.asyncExec(this::say);
        }
    }

    @Override
    public IStatus newStatus(int severity, String message, Throwable exception) {
        return new Status(severity, Faults.class, message, exception);
    }

    /** One window is enough, however many faults come at once. */
    private void say() {
        Optional<Shell> over = Optional.ofNullable(display.getActiveShell());
        if (over.isEmpty() || open.filter(shell -> !shell.isDisposed()).isPresent()) {
            return;
        }
        Shell shell = Style.classes(new Shell(over.get(), SWT.APPLICATION_MODAL | SWT.NO_TRIM), "dialog");
        open = Optional.of(shell);
        shell.setLayout(new FillLayout());
        Composite content = Style.classes(new Composite(shell, SWT.NONE), "dialog");
        content.setLayout(Grids.columns(content, 1, 16, 24));
        Banner banner = Style.key(Style.classes(new Banner(content), "problem"), "fault");
        banner.setText(messages.fault());
        banner.setLayoutData(Grids.wide());
        TouchButton done = new TouchButton(content, messages.done(), shell::close).key(SWT.CR, "Enter");
        Style.key(Style.classes(done, "primary"), "fault-read").setLayoutData(Grids.wide(content, 72));
        Shortcuts.listen(shell);
        SettingsWindow.centre(shell, over.get(), Scale.px(shell, WIDTH));
        shell.open();
        shell.forceFocus();
    }
}
