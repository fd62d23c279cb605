package outpost.till.ui.internal.login;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.util.Optional;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import outpost.outbox.Outbox.Subscription;
import outpost.outbox.Terminal;
import outpost.sales.OpenTicket;
import outpost.sales.Rules;
import outpost.sales.Staff;
import outpost.sales.Training;
import outpost.till.ui.internal.Refusals;
import outpost.widgets.Background;
import outpost.widgets.Look;
import outpost.widgets.Workers;

/** The cashier's place in the bar; it also puts the log-in before everything while nobody is there, and locks a till that nobody touches. */
public final class CashierBar {
    private static final int LOOK_EVERY_MILLIS = 1_000;
    private static final int[] TOUCHES = {SWT.KeyDown, SWT.MouseDown, SWT.MouseMove, SWT.MouseVerticalWheel};

    private final Workers workers = new Workers("outpost-cashier", Refusals::isRefusal);
    private final Idle idle = new Idle(System::nanoTime);
    private final Listener touched = event -> idle.touch();
    private Staff staff;
    private Rules rules;
    private Background background;
    private Optional<Subscription> staffChanges = Optional.empty();
    private Optional<Subscription> ticketChanges = Optional.empty();
    private Display display;

    @PostConstruct
    void create(
            Composite parent,
            MApplication application,
            EModelService models,
            EPartService parts,
            Look look,
            @org.eclipse.e4.core.di.annotations.Optional Terminal terminal,
            @org.eclipse.e4.core.di.annotations.Optional Staff knownStaff,
            @org.eclipse.e4.core.di.annotations.Optional Rules knownRules,
            @org.eclipse.e4.core.di.annotations.Optional OpenTicket ticket,
            @org.eclipse.e4.core.di.annotations.Optional Training training) {
        display = parent.getDisplay();
        parent.setLayout(new FillLayout());
        if (terminal == null || knownStaff == null || knownRules == null || ticket == null || training == null) {
            return;
        }
        staff = knownStaff;
        rules = knownRules;
        background = workers.on(parent);
        Gate gate = new Gate(application, models, parts);
        CashierModel model = new CashierModel(
                staff, training, background, () -> terminal.identity().isPresent());
        model.onChange(() -> gate.keep(model.isShut()));
        look.fill(parent, () -> new CashierView(parent, model, look.messages(LoginMessages.class)));
        staffChanges = Optional.of(staff.onChange(() -> background.ui().execute(model::refresh)));
        ticketChanges = Optional.of(ticket.onChange(() -> background.ui().execute(model::refresh)));
        for (int type : TOUCHES) {
            display.addFilter(type, touched);
        }
        model.refresh();
        watch(parent, model);
    }

    @PreDestroy
    void close() {
        staffChanges.ifPresent(Subscription::close);
        ticketChanges.ifPresent(Subscription::close);
        if (!display.isDisposed()) {
            for (int type : TOUCHES) {
                display.removeFilter(type, touched);
            }
        }
        workers.close();
    }

    private void watch(Composite parent, CashierModel model) {
        if (!parent.isDisposed()) {
            if (idle.isOver(rules.lockAfter()) && staff.present().isPresent() && !staff.isOpenTill()) {
                idle.touch();
                model.lock();
            }
            display.timerExec(LOOK_EVERY_MILLIS, () -> watch(parent, model));
        }
    }
}
