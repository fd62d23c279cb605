package outpost.reconcile.ui.internal;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.Outbox;
import outpost.outbox.OutboxEntry;
import outpost.protocol.Synchroniser;
import outpost.values.EventKey;

/** What waits and what was refused, and what can be done about it. Lives on the UI thread; reads in the background. */
final class QueueModel {
    private static final Logger LOG = LoggerFactory.getLogger(QueueModel.class);
    private static final int MOST_ROWS = 200;

    private final Outbox outbox;
    private final Supplier<Optional<Synchroniser>> synchroniser;
    private final QueueMessages messages;
    private final Supplier<Locale> locale;
    private final Clock clock;
    private final Executor worker;
    private final Executor ui;
    private Runnable changed = () -> {};
    private QueuePicture picture = QueuePicture.EMPTY;
    private Optional<EventKey> selected = Optional.empty();

    /**
     * @param synchroniser empty where the sync unit is not installed
     * @param locale for times and amounts
     * @param worker reads and writes the outbox
     * @param ui comes back to the UI thread
     */
    QueueModel(
            Outbox outbox,
            Supplier<Optional<Synchroniser>> synchroniser,
            QueueMessages messages,
            Supplier<Locale> locale,
            Clock clock,
            Executor worker,
            Executor ui) {
        this.outbox = outbox;
        this.synchroniser = synchroniser;
        this.messages = messages;
        this.locale = locale;
        this.clock = clock;
        this.worker = worker;
        this.ui = ui;
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Takes a new picture in the background; it may be asked for from any thread. */
    void refresh() {
        worker.execute(() -> {
            try {
                QueuePicture taken = take();
                ui.execute(() -> show(taken));
            } catch (RuntimeException e) {
                // The old picture stays until the next one can be taken.
                LOG.warn("The queue cannot be read", e);
            }
        });
    }

    QueuePicture picture() {
        return picture;
    }

    /** The state of the line in a word or two. */
    String line() {
        return picture.line(messages);
    }

    String lastSuccess() {
        return picture.lastSuccess(clock.instant(), messages);
    }

    /** The selected row's place; -1 if there is none. */
    int selected() {
        for (int place = 0; place < picture.events().size(); place++) {
            if (selected.equals(Optional.of(picture.events().get(place).key()))) {
                return place;
            }
        }
        return -1;
    }

    Optional<QueuedEvent> selectedEvent() {
        int place = selected();
        return place < 0 ? Optional.empty() : Optional.of(picture.events().get(place));
    }

    void select(int place) {
        selected = Optional.of(picture.events().get(place).key());
        changed.run();
    }

    void move(int by) {
        int rows = picture.events().size();
        if (rows > 0) {
            select(Math.max(0, Math.min(rows - 1, selected() + by)));
        }
    }

    boolean canSync() {
        return picture.status().isPresent();
    }

    void syncNow() {
        synchroniser.get().ifPresent(Synchroniser::syncNow);
    }

    /** Whether the selected event was refused and may be sent again. */
    boolean canReplay() {
        return selectedEvent().filter(QueuedEvent::parked).isPresent();
    }

    /** Sends the selected event again, at once where the line is up. */
    void replay() {
        selectedEvent().filter(QueuedEvent::parked).ifPresent(event -> {
            worker.execute(() -> {
                outbox.replay(event.key());
                syncNow();
            });
            refresh();
        });
    }

    private QueuePicture take() {
        List<OutboxEntry> parked = outbox.entries(List.of(OutboxEntry.State.PARKED), MOST_ROWS);
        List<OutboxEntry> waiting =
                outbox.entries(List.of(OutboxEntry.State.SENDING, OutboxEntry.State.PENDING), MOST_ROWS);
        return new QueuePicture(
                outbox.counts(),
                Stream.concat(parked.stream(), waiting.stream())
                        .map(entry -> QueuedEvent.of(entry, messages, locale.get()))
                        .toList(),
                synchroniser.get().map(Synchroniser::status));
    }

    private void show(QueuePicture taken) {
        picture = taken;
        if (selected() < 0) {
            selected = picture.events().stream().findFirst().map(QueuedEvent::key);
        }
        changed.run();
    }
}
