package outpost.service.ui.internal.updates;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.e4.ui.workbench.IWorkbench;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.sales.OpenTicket;
import outpost.sales.Shifts;
import outpost.update.FieldUpdates;
import outpost.widgets.Background;
import outpost.widgets.Banner;
import outpost.widgets.Grids;
import outpost.widgets.Look;
import outpost.widgets.Overlay;
import outpost.widgets.Scale;
import outpost.widgets.Style;
import outpost.widgets.TouchButton;
import outpost.widgets.Workers;

/** Restarts a till in which an update waits once its shift is closed, unless somebody says not now. Lives with the bar above, and shows nothing in it. */
public final class RestartOffer {
    private static final Logger LOG = LoggerFactory.getLogger(RestartOffer.class);
    private static final int WIDTH = 640;
    private static final int SECOND_MILLIS = 1_000;
    private static final int SECONDS_BETWEEN_LOOKS = 5;

    /** Comes and goes with its unit, also while the till is running. */
    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile FieldUpdates updates;

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile Shifts shifts;

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private volatile OpenTicket ticket;

    private final Workers workers = new Workers("outpost-restart", failure -> false);
    private final Countdown countdown = new Countdown();
    private Optional<Shell> shown = Optional.empty();
    private Optional<Banner> line = Optional.empty();
    private int seconds;

    @PostConstruct
    void create(Composite place, Look look, IWorkbench workbench) {
        UpdateMessages messages = look.messages(UpdateMessages.class);
        Background background = workers.on(place);
        second(place, background, messages, workbench);
    }

    @PreDestroy
    void close() {
        workers.close();
    }

    private void second(Composite place, Background background, UpdateMessages messages, IWorkbench workbench) {
        if (place.isDisposed()) {
            return;
        }
        if (seconds++ % SECONDS_BETWEEN_LOOKS == 0) {
            background.call(this::isDue, countdown::see, failure -> countdown.see(false));
        }
        if (countdown.tick()) {
            restart(workbench);
            return;
        }
        show(place.getShell(), messages, workbench);
        place.getDisplay().timerExec(SECOND_MILLIS, () -> second(place, background, messages, workbench));
    }

    /** A ticket that was begun is no shift yet, but somebody stands there. */
    private boolean isDue() {
        FieldUpdates known = updates;
        Shifts ofTill = shifts;
        OpenTicket rung = ticket;
        return known != null
                && ofTill != null
                && rung != null
                && known.waits()
                && ofTill.current().isEmpty()
                && rung.ticket().lines().isEmpty();
    }

    private void show(Shell window, UpdateMessages messages, IWorkbench workbench) {
        if (!countdown.isCounting()) {
            shown.filter(shell -> !shell.isDisposed()).ifPresent(Shell::close);
            shown = Optional.empty();
        } else if (shown.isEmpty()) {
            shown = Optional.of(open(window, messages, workbench));
        }
        line.filter(banner -> !banner.isDisposed())
                .ifPresent(banner -> banner.setText(messages.offerLine(Integer.toString(countdown.left()))));
    }

    private Shell open(Shell window, UpdateMessages messages, IWorkbench workbench) {
        Shell shell = Overlay.over(window);
        Composite content = Overlay.content(shell);
        Label title = Style.classes(new Label(content, SWT.WRAP), "title");
        title.setText(messages.offerTitle());
        title.setLayoutData(Grids.wide());
        Banner banner = Style.key(Style.classes(new Banner(content), "hint"), "restart-offer");
        banner.setText(messages.offerLine(Integer.toString(countdown.left())));
        banner.setLayoutData(Grids.wide());
        line = Optional.of(banner);
        Composite row = new Composite(content, SWT.NONE);
        row.setLayoutData(Grids.wide(content, 72));
        row.setLayout(Grids.equalColumns(row, 2, 12, 0));
        TouchButton later = new TouchButton(row, messages.later(), countdown::putOff).key(SWT.ESC, "Esc");
        Style.key(later, "restart-later").setLayoutData(Grids.all());
        TouchButton now = new TouchButton(row, messages.restart(), () -> restart(workbench)).key(SWT.CR, "Enter");
        Style.key(Style.classes(now, "primary"), "restart-now").setLayoutData(Grids.all());
        Overlay.show(shell, Scale.px(shell, WIDTH));
        return shell;
    }

    private static void restart(IWorkbench workbench) {
        LOG.info("The till restarts for its update");
        workbench.restart();
    }
}
