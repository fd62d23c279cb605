package outpost.outbox.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.EventReader;
import outpost.outbox.OutboxEntry.State;
import outpost.outbox.Terminal;
import outpost.protocol.Event;
import outpost.store.Store;
import outpost.store.Transaction;

/** Where every event of the branch is written down, and from where the readers take it. */
@Component(service = EventLog.class, immediate = true)
public final class EventLog {
    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);
    private static final int EVENTS_PER_STEP = 200;

    private final Store store;
    private final List<EventReader> readers = new CopyOnWriteArrayList<>();
    private final Set<String> complainedOf = ConcurrentHashMap.newKeySet();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** @param terminal only so that the tables are there */
    @Activate
    public EventLog(@Reference Store store, @Reference Terminal terminal) {
        this(store);
    }

    EventLog(Store store) {
        this.store = store;
    }

    /** Stores an event and shows it to the readers that are up to date. */
    void add(Transaction transaction, Event event, Origin origin, State state) {
        OutboxRows.insert(transaction, event, origin, state);
        if (origin != Origin.COPY_OF_OWN && origin != Origin.COPY_OF_OTHER) {
            long id = transaction.number("SELECT last_insert_rowid()");
            readers.forEach(reader -> show(transaction, reader, new Stored(id, event, origin == Origin.OWN)));
        }
        changed(transaction);
    }

    void changed(Transaction transaction) {
        listeners.forEach(transaction::afterCommit);
    }

    /** Calls back after each commit that changed the table. */
    Runnable onChange(Runnable listener) {
        // A wrapper of its own, so that the same listener may be added twice and each ending ends only itself.
        Runnable own = () -> listener.run();
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /**
     * Lets a reader read on from where it was, in short transactions, until it is up to date and reads within others' transactions. Waits for the disk; not to
     * be called on the writer thread.
     */
    void join(EventReader reader) {
        for (Stored failed : store.read(transaction -> ReaderRows.failed(transaction, reader.name()))) {
            store.write(transaction -> {
                ReaderRows.forget(transaction, reader.name(), failed.id());
                return read(transaction, reader, failed);
            });
        }
        while (!store.<Boolean>write(transaction -> step(transaction, reader))) {
            LOG.debug("Reader {} catches up", reader.name());
        }
    }

    void leave(EventReader reader) {
        readers.remove(reader);
    }

    /** @return whether the reader is up to date */
    private boolean step(Transaction transaction, EventReader reader) {
        ReaderRows.Position position = ReaderRows.position(transaction, reader.name());
        ReaderRows.Batch batch = ReaderRows.next(transaction, position, reader.types(), EVENTS_PER_STEP);
        batch.events().forEach(event -> read(transaction, reader, event));
        ReaderRows.move(transaction, reader.name(), batch.position());
        if (batch.last()) {
            // Runs on the writer thread before the next transaction, so that nothing slips between.
            transaction.afterCommit(() -> readers.add(reader));
        }
        return batch.last();
    }

    private void show(Transaction transaction, EventReader reader, Stored stored) {
        if (reader.types().contains(stored.event().type())) {
            read(transaction, reader, stored);
            ReaderRows.passed(transaction, reader.name(), stored.id());
        }
    }

    /** Others' code runs here within the sale: whatever is wrong with it must not stop the sale. */
    private boolean read(Transaction transaction, EventReader reader, Stored stored) {
        try {
            return transaction.nested(part -> {
                reader.read(part, stored.event(), stored.own());
                return true;
            });
        } catch (RuntimeException | LinkageError e) {
            LOG.atError()
                    .addKeyValue("eventId", stored.event().key())
                    // What fails once may fail at each sale: told in full once, the log stays readable.
                    .setCause(complainedOf.add(reader.name()) ? e : null)
                    .log(
                            "Reader {} fails at an event, which is shown to it again later: {}",
                            reader.name(),
                            e.toString());
            ReaderRows.fail(transaction, reader.name(), stored.id(), e);
            return false;
        }
    }

    /** Who wrote an event, and whether it is known under another number already. */
    enum Origin {
        OWN,
        OTHER,
        COPY_OF_OWN,
        COPY_OF_OTHER;

        boolean own() {
            return this == OWN || this == COPY_OF_OWN;
        }

        boolean copy() {
            return this == COPY_OF_OWN || this == COPY_OF_OTHER;
        }
    }

    /** An event with its place in the table. */
    record Stored(long id, Event event, boolean own) {}
}
