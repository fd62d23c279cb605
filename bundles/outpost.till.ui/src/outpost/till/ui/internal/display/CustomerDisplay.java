package outpost.till.ui.internal.display;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import outpost.outbox.Outbox.Subscription;
import outpost.outbox.Terminal;
import outpost.sales.OpenTicket;
import outpost.sales.Ticket;
import outpost.store.LocalSettings;
import outpost.till.ui.internal.Refusals;
import outpost.widgets.Amounts;
import outpost.widgets.Background;
import outpost.widgets.Look;
import outpost.widgets.Workers;

/** Keeps the customer's window, where this machine has one, as long as the till's own window is there. It takes no room in the bar. */
public final class CustomerDisplay {
    private static final int LOOK_EVERY_MILLIS = 1_000;

    private final Workers workers = new Workers("outpost-display", Refusals::isRefusal);
    private Optional<CustomerWindow> window = Optional.empty();
    private Optional<Subscription> changes = Optional.empty();

    @PostConstruct
    void create(
            Composite parent,
            Look look,
            @org.eclipse.e4.core.di.annotations.Optional Terminal terminal,
            @org.eclipse.e4.core.di.annotations.Optional LocalSettings settings,
            @org.eclipse.e4.core.di.annotations.Optional OpenTicket ticket) {
        if (terminal != null && settings != null && ticket != null) {
            settings.text("display.screen").ifPresent(where -> whenEnrolled(parent, look, terminal, where, ticket));
        }
    }

    @PreDestroy
    void close() {
        changes.ifPresent(Subscription::close);
        window.ifPresent(CustomerWindow::close);
        workers.close();
    }

    /** Before the till belongs to a branch it has neither a currency nor a name to show. */
    private void whenEnrolled(Composite parent, Look look, Terminal terminal, String where, OpenTicket ticket) {
        if (parent.isDisposed()) {
            return;
        }
        if (terminal.identity().isEmpty()) {
            parent.getDisplay().timerExec(LOOK_EVERY_MILLIS, () -> whenEnrolled(parent, look, terminal, where, ticket));
            return;
        }
        Amounts amounts = new Amounts(terminal.identity().get().currency(), look::locale, Clock.systemDefaultZone());
        String shop = terminal.identity().get().enrolment().tenantName();
        window = CustomerWindow.open(parent.getDisplay(), where, look, amounts, shop);
        Background background = workers.on(parent);
        window.ifPresent(open -> {
            changes = Optional.of(ticket.onChange(() -> {
                // Read here and not when it is drawn: a ticket that is just paid is gone by then, and its change with
                // it.
                Ticket now = ticket.ticket();
                background.ui().execute(() -> open.show(now));
            }));
            open.show(ticket.ticket());
        });
    }
}
