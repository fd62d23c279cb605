package outpost.reconcile.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.SyncStatus;
import outpost.protocol.Synchroniser;
import outpost.widgets.Messages;

class QueueModelTest {
    private static final QueueMessages ENGLISH = Messages.of(QueueMessages.class, () -> Locale.UK);
    private static final Instant NOW = Instant.parse("2026-01-31T10:15:30Z");

    private final QueueFixture outbox = new QueueFixture();
    private SyncStatus status = status(Optional.empty());
    private int asked;
    private final Synchroniser synchroniser = new Synchroniser() {
        @Override
        public SyncStatus status() {
            return status;
        }

        @Override
        public void syncNow() {
            asked++;
        }
    };
    private final QueueModel model = new QueueModel(
            outbox,
            () -> Optional.of(synchroniser),
            ENGLISH,
            () -> Locale.UK,
            Clock.fixed(NOW, ZoneOffset.UTC),
            Runnable::run,
            Runnable::run);

    private static SyncStatus status(Optional<Instant> lastSuccess) {
        return new SyncStatus(
                SyncStatus.Line.ONLINE,
                SyncStatus.Activity.IDLE,
                0,
                0,
                lastSuccess,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void whatNeedsAPersonComesFirst() {
        outbox.put(1, State.PENDING);
        outbox.put(2, State.PARKED);

        model.refresh();

        assertEquals(
                List.of("Needs attention", "Waiting"),
                model.picture().events().stream().map(QueuedEvent::state).toList());
        assertEquals(0, model.selected());
    }

    @Test
    void theSelectionStaysWithItsEventWhenOthersLeave() {
        outbox.put(1, State.PENDING);
        outbox.put(2, State.PENDING);
        model.refresh();
        model.select(1);

        outbox.remove(1);
        model.refresh();

        assertEquals(0, model.selected());
        assertEquals(2, model.selectedEvent().orElseThrow().key().localEventId());
    }

    @Test
    void aParkedEventIsSentAgainAtOnce() {
        outbox.put(1, State.PARKED);
        model.refresh();
        assertTrue(model.canReplay());

        model.replay();

        assertEquals("Waiting", model.selectedEvent().orElseThrow().state());
        assertFalse(model.canReplay());
        assertEquals(1, asked);
    }

    @Test
    void aWaitingEventIsNotForAPersonToSend() {
        outbox.put(1, State.PENDING);
        model.refresh();

        model.replay();

        assertFalse(model.canReplay());
        assertEquals(0, asked);
    }

    @Test
    void timesAreToldAsPeopleDo() {
        assertEquals("Never yet", model.lastSuccess());
        for (String[] expected : new String[][] {
            {"2026-01-31T10:15:01Z", "Just now"},
            {"2026-01-31T10:11:29Z", "4 min ago"},
            {"2026-01-31T07:15:00Z", "3 h ago"},
            {"2026-01-29T10:00:00Z", "2 d ago"}
        }) {
            status = status(Optional.of(Instant.parse(expected[0])));
            model.refresh();
            assertEquals(expected[1], model.lastSuccess());
        }
    }

    @Test
    void withoutASyncUnitNothingCanBeAskedForAndThatIsSaid() {
        QueueModel alone = new QueueModel(
                outbox, Optional::empty, ENGLISH, () -> Locale.UK, Clock.systemUTC(), Runnable::run, Runnable::run);
        alone.refresh();

        assertFalse(alone.canSync());
        assertEquals("No sync unit", alone.line());
    }
}
