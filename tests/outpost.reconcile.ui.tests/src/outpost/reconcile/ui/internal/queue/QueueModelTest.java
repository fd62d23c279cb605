package outpost.reconcile.ui.internal.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import outpost.fixtures.door.OpenDoor;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.SyncStatus;
import outpost.protocol.Synchroniser;
import outpost.reconcile.ui.internal.words.Words;
import outpost.room.Room;
import outpost.widgets.Messages;
import outpost.widgets.ask.Question;

class QueueModelTest {
    private static final QueueMessages ENGLISH = Messages.of(QueueMessages.class, () -> Locale.UK);

    private final QueueFixture outbox = new QueueFixture();
    private final SyncStatus status = new SyncStatus(
            SyncStatus.Line.ONLINE,
            SyncStatus.Activity.IDLE,
            0,
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private final OpenDoor door = new OpenDoor();
    private final Room room = door.room();
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
    private final QueueModel model = model(Optional.of(synchroniser));

    private QueueModel model(Optional<Synchroniser> unit) {
        return new QueueModel(
                room, outbox, () -> unit, ENGLISH, Messages.of(Words.class, () -> Locale.UK), () -> Locale.UK);
    }

    @Test
    void whatNeedsAPersonComesFirst() {
        outbox.put(1, State.PENDING);
        outbox.put(2, State.PARKED);

        model.refresh();

        assertEquals(
                List.of("Needs attention", "Waiting"),
                model.shown().stream().map(QueuedEvent::state).toList());
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
        assertTrue(model.canDecide());

        model.replay();

        assertEquals("Waiting", model.selectedEvent().orElseThrow().state());
        assertFalse(model.canDecide());
        assertEquals(1, asked);
        assertEquals(List.of("event_replayed till-1/pos-1/1 {name=Sale 1-7}"), door.deeds());
    }

    @Test
    void aRefusedEventIsGivenUpOnlyForAReason() {
        outbox.put(1, State.PARKED);
        model.refresh();

        model.giveUp();
        Question.Words why = (Question.Words) room.dialogue().question().orElseThrow();
        assertFalse(why.optional());
        room.dialogue().answer(() -> why.answered().accept("rung twice"));

        assertEquals(
                Optional.of("rung twice (Manager)"),
                outbox.entries(List.of(State.DISCARDED), 1).get(0).reason());
        assertTrue(model.isEmpty());
    }

    @Test
    void whatIsTypedIsLookedForInAllOfAnEvent() {
        outbox.put(1, State.PENDING);
        outbox.put(2, State.PARKED);
        model.refresh();

        model.search("pen BLUE");
        assertEquals(2, model.shown().size());
        model.show(QueueModel.Show.WAITING);
        assertEquals(
                List.of(1L),
                model.shown().stream().map(event -> event.key().localEventId()).toList());
        model.search("pen green");
        assertEquals(List.of(), model.shown());
        assertFalse(model.isEmpty());
    }

    @Test
    void whoWasSentOutDoesNothingMore() {
        outbox.put(1, State.PARKED);
        model.refresh();
        door.sendOut();

        model.replay();

        assertEquals(List.of(), door.deeds());
        assertTrue(model.canDecide());
        assertTrue(room.notice().orElseThrow().text().startsWith("Not done: the door was closed"));
    }

    @Test
    void aWaitingEventIsNotForAPersonToSend() {
        outbox.put(1, State.PENDING);
        model.refresh();

        model.replay();

        assertFalse(model.canDecide());
        assertEquals(0, asked);
    }

    @Test
    void withoutASyncUnitNothingCanBeAskedFor() {
        QueueModel alone = model(Optional.empty());
        alone.refresh();

        assertFalse(alone.canSync());
    }
}
