package outpost.outbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.outbox.OutboxCounts;
import outpost.outbox.OutboxEntry;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.DiscardPayload;
import outpost.protocol.Ed25519;
import outpost.protocol.ErrorCode;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.StreamState;
import outpost.values.EventKey;
import outpost.values.PosId;

/** A file that is older than, or a copy of, what the cloud saw; a cloud that is older than what it acknowledged. */
class ForkTest {
    private static final long PLENTY = 1L << 30;

    @TempDir
    Path folder;

    private LiveTill till;

    @BeforeEach
    void start() {
        till = new LiveTill(folder);
        till.enrol("GBP");
    }

    @AfterEach
    void stop() {
        till.close();
    }

    @Test
    @Tag("A-411")
    void aCloudThatKnowsMoreOfThisFileMakesItCountAnewAndNothingElse() {
        PosId before = posId();
        append(2);

        assertEquals(0, till.outbox().compare(new StreamState(before, 5, 5, "ab".repeat(32), 0)));

        assertNotEquals(before, posId());
        append(1);
        assertEquals(
                List.of(1L, 2L, 1L), taken().stream().map(Event::localEventId).toList());
        till.restart();
        assertEquals(List.of(before, posId()), till.outbox().posIds());
    }

    @Test
    void aCloudThatKnowsAnotherEventOfThatNumberMakesItCountAnew() {
        PosId before = posId();
        append(2);

        till.outbox().compare(new StreamState(before, 2, 2, event(1).hash(), 0));

        assertNotEquals(before, posId());
    }

    @Test
    void aCloudThatKnowsTheSameOrLessChangesNothing() {
        append(3);
        acknowledge(taken().subList(0, 2));
        PosId before = posId();

        assertEquals(0, till.outbox().compare(new StreamState(before, 2, 2, event(2).hash(), 0)));
        assertEquals(0, till.outbox().compare(new StreamState(before, 3, 3, event(3).hash(), 0)), "an answer was lost");

        assertEquals(before, posId());
        assertThrows(
                IllegalArgumentException.class, () -> till.outbox().compare(StreamState.unknown(new PosId("OTHER"))));
    }

    @Test
    @Tag("A-411")
    void aForkedEventGoesOutAgainAsTheSameThingUnderANewNumber() {
        append(3);
        List<Event> sent = taken();
        till.outbox().settle(sent, List.of(EventAnswer.duplicate(0), forked(1), forked(2)));

        List<Event> again = taken();

        assertNotEquals(sent.get(0).posId(), posId());
        assertEquals(2, again.size());
        String previous = Event.NO_HASH;
        for (int i = 0; i < again.size(); i++) {
            Event old = sent.get(i + 1);
            Event copy = again.get(i);
            assertEquals(new EventKey(old.terminalId(), posId(), i + 1), copy.key());
            assertEquals(
                    List.of(old.type(), old.payload(), old.hlc(), old.occurredAt()),
                    List.of(copy.type(), copy.payload(), copy.hlc(), copy.occurredAt()));
            assertEquals(previous, copy.previousHash());
            assertTrue(copy.isAuthentic(Ed25519.publicKey(till.terminal().publicKey())));
            previous = copy.hash();
        }
        assertEquals(new OutboxCounts(2, 0, 1), till.outbox().counts());
        assertEquals(
                2, till.outbox().entries(List.of(State.SUPERSEDED), 10).size(), "what was superseded stays to be seen");
    }

    @Test
    @Tag("A-413")
    void aCloudThatWasSetUpFromABackupGetsAgainWhatItLost() {
        append(6);
        List<Event> sent = taken();
        acknowledge(sent);

        assertEquals(4, till.outbox().compare(new StreamState(posId(), 2, 2, event(2).hash(), 0)));

        assertEquals(sent.subList(2, 6), taken());
        assertEquals(new OutboxCounts(4, 0, 2), till.outbox().counts());
    }

    @Test
    void aCloudThatLostASingleEventInTheMiddleGetsItAgain() {
        append(5);
        acknowledge(taken());

        assertTrue(till.outbox().compare(new StreamState(posId(), 2, 5, event(5).hash(), 1)) >= 1);

        assertTrue(taken().stream().anyMatch(event -> event.localEventId() == 3));
    }

    @Test
    void aCloudThatWaitsForAnEventThatIsParkedHereHasLostNothing() {
        append(4);
        park(event(2));

        assertEquals(0, till.outbox().compare(new StreamState(posId(), 1, 4, event(4).hash(), 1)));
    }

    @Test
    void aCloudThatNeverSawThisFileGetsAll() {
        append(3);
        acknowledge(taken());

        assertEquals(3, till.outbox().compare(StreamState.unknown(posId())));
    }

    @Test
    @Tag("A-406")
    void aDiscardedEventIsToldWithItsReasonAndNotSentAnyMore() {
        append(2);
        Event bad = event(1);
        assertThrows(IllegalStateException.class, () -> till.outbox().discard(bad.key(), "no", "Somebody"));
        park(bad);

        till.outbox().discard(bad.key(), "rung twice", "The manager");

        assertEquals(0, till.outbox().counts().parked());
        Event told = taken().stream()
                .filter(event -> event.type().equals(EventType.DISCARD))
                .findFirst()
                .orElseThrow();
        assertEquals(
                new DiscardPayload(
                        bad.posId(),
                        1,
                        bad.hash(),
                        Optional.of("POS_SYNC_EVENT_INVALID"),
                        Optional.of("no"),
                        "rung twice",
                        "The manager"),
                Json.read(told.payload(), DiscardPayload.class));
        assertEquals(0, till.outbox().compare(new StreamState(posId(), 0, 2, event(2).hash(), 1)), "it is no loss");
        assertThrows(IllegalStateException.class, () -> till.outbox().discard(bad.key(), "again", "The manager"));
    }

    private void append(int events) {
        till.store().write(transaction -> IntStream.range(0, events)
                .mapToObj(i -> till.outbox().append(transaction, EventType.SALE, "{\"n\":" + i + "}"))
                .toList());
    }

    /** Takes all that waits; the event is refused until it is parked, the others are acknowledged. */
    private void park(Event bad) {
        for (int i = 0; i < 3; i++) {
            List<Event> sent = taken();
            till.outbox()
                    .settle(
                            sent,
                            IntStream.range(0, sent.size())
                                    .mapToObj(index -> sent.get(index).equals(bad)
                                            ? EventAnswer.rejected(index, ErrorCode.POS_SYNC_EVENT_INVALID, "no")
                                            : EventAnswer.accepted(index))
                                    .toList());
        }
    }

    private void acknowledge(List<Event> events) {
        till.outbox()
                .settle(
                        events,
                        IntStream.range(0, events.size())
                                .mapToObj(EventAnswer::accepted)
                                .toList());
    }

    private List<Event> taken() {
        return till.outbox().take(100, PLENTY);
    }

    private Event event(long number) {
        return till.outbox().entries(List.of(State.values()), 100).stream()
                .map(OutboxEntry::event)
                .filter(event -> event.posId().equals(posId()) && event.localEventId() == number)
                .findFirst()
                .orElseThrow();
    }

    private PosId posId() {
        return till.terminal().identity().orElseThrow().posId();
    }

    private static EventAnswer forked(int index) {
        return EventAnswer.rejected(index, ErrorCode.POS_SYNC_EVENT_FORK, "another one is there");
    }
}
