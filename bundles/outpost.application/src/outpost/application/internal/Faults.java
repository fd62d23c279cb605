package outpost.application.internal;

import java.util.Optional;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.e4.core.services.statusreporter.StatusReporter;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.widgets.Look;

/** A fault that nobody caught: the technician finds it in the log, the cashier reads one sentence and goes on. */
final class Faults extends StatusReporter {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

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
        open = Optional.of(NoticeWindow.open(over.get(), messages.fault(), "fault", messages.done(), () -> {}));
    }
}
