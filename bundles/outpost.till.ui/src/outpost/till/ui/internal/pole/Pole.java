package outpost.till.ui.internal.pole;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import outpost.devices.CustomerDisplay;
import outpost.outbox.Outbox.Subscription;
import outpost.sales.OpenTicket;
import outpost.sales.Ticket;

/** Lets the customer follow the open ticket on the pole display, where this till has one. */
@Component(
        immediate = true,
        service = {})
public final class Pole {
    private final CustomerDisplay display;
    private final Subscription changes;
    private PoleText text = PoleText.DARK;

    @Activate
    public Pole(@Reference OpenTicket ticket, @Reference CustomerDisplay display) {
        this.display = display;
        changes = ticket.onChange(() -> show(ticket.ticket()));
    }

    @Deactivate
    void stop() {
        changes.close();
        display.clear();
    }

    /** Changes come from the screen and, when a ticket is completed, from the background. */
    private synchronized void show(Ticket now) {
        text = text.next(now);
        display.show(text.upper(), text.lower());
    }
}
