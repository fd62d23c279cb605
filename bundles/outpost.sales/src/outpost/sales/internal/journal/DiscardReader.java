package outpost.sales.internal.journal;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.outbox.EventReader;
import outpost.protocol.DiscardPayload;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.store.Transaction;

/** Enters into the journal that a person gave up an event that the cloud refuses: in the transaction in which it was given up. */
@Component
public final class DiscardReader implements EventReader {
    private final Journal journal;

    @Activate
    public DiscardReader(@Reference Journal journal) {
        this.journal = journal;
    }

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public Set<EventType> types() {
        return Set.of(EventType.DISCARD);
    }

    @Override
    public void read(Transaction transaction, Event event, boolean own) {
        if (!own) {
            return;
        }
        DiscardPayload discarded = Json.read(event.payload(), DiscardPayload.class);
        String subject = discarded.posId() + "/" + discarded.localEventId();
        Act act = new Act(journal.now(), "discard_event", subject, Map.of())
                .with("by", discarded.by())
                .with("reason", discarded.reason())
                .with("hash", discarded.hash())
                .with("refusal", discarded.refusal().or(discarded::code).orElse(""));
        journal.enter(transaction, act);
    }
}
