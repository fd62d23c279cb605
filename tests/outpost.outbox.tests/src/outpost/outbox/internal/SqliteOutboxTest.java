package outpost.outbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.fixtures.TappedStore;
import outpost.outbox.Identity;
import outpost.outbox.Outbox;
import outpost.outbox.OutboxCounts;
import outpost.outbox.OutboxEntry;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.Ed25519;
import outpost.protocol.ErrorCode;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.store.Store;
import outpost.values.EventKey;

class SqliteOutboxTest {
    private static final long PLENTY = 1L << 30;
    private static final List<State> ALL = List.of(State.values());

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
    void eventsAreNumberedChainedAndSignedAcrossARestart() {
        append(EventType.SALE, "{\"n\":1}");
        append(EventType.REFUND, "{\"n\":2}");
        till.restart();
        append(EventType.SALE, "{\"n\":3}");

        List<Event> events = entries().stream().map(OutboxEntry::event).toList();

        Identity identity = till.terminal().identity().orElseThrow();
        String previous = Event.NO_HASH;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            assertEquals(new EventKey(identity.enrolment().terminalId(), identity.posId(), i + 1), event.key());
            assertEquals("{\"n\":" + (i + 1) + "}", event.payload());
            assertEquals(identity.enrolment().branchId(), event.branchId());
            assertEquals(previous, event.previousHash());
            assertTrue(event.isAuthentic(Ed25519.publicKey(till.terminal().publicKey())));
            assertTrue(i == 0 || event.hlc().compareTo(events.get(i - 1).hlc()) > 0);
            previous = event.hash();
        }
        assertEquals(3, events.size());
    }

    @Test
    void anEventOfATransactionThatFailedNeverWasAndItsNumberIsGivenAgain() {
        append(EventType.SALE, "{}");

        assertThrows(IllegalStateException.class, () -> till.store().write(transaction -> {
            till.outbox().append(transaction, EventType.SALE, "{\"lost\":true}");
            throw new IllegalStateException("the sale failed after its event");
        }));

        assertEquals(2, append(EventType.SALE, "{}").localEventId());
        assertEquals(new OutboxCounts(2, 0, 0), till.outbox().counts());
    }

    @Test
    void severalEventsOfOneTransactionFollowEachOther() {
        till.store().write(transaction -> {
            till.outbox().append(transaction, EventType.SALE, "{}");
            return till.outbox().append(transaction, EventType.SALE, "{}");
        });

        List<OutboxEntry> entries = entries();
        assertEquals(entries.get(0).event().hash(), entries.get(1).event().previousHash());
    }

    @Test
    void stampsGoOnRisingWhenTheClockOfTheNextStartIsBehind() {
        append(EventType.SALE, "{}");
        Clock lastYear = Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneId.of("Asia/Tashkent"));
        Outbox late = outbox(till.store(), lastYear);

        till.store().write(transaction -> late.append(transaction, EventType.SALE, "{}"));

        Event first = entries().get(0).event();
        Event second = entries().get(1).event();
        assertTrue(second.hlc().compareTo(first.hlc()) > 0);
        assertEquals("2020-01-01T05:00:00+05:00[Asia/Tashkent]", second.occurredAt());
    }

    @Test
    @Tag("A-409")
    void salesAndRefundsGoFirstAndOlderBeforeNewer() {
        append(EventType.JOURNAL, "{}");
        append(EventType.REFUND, "{}");
        append(EventType.SALE, "{}");

        assertEquals(List.of(2L, 3L, 1L), ids(till.outbox().take(10, PLENTY)));
    }

    @Test
    void nothingUrgentOvertakesForEver() {
        append(EventType.JOURNAL, "{}");
        till.store().write(transaction -> IntStream.range(0, 1_200)
                .mapToObj(i -> till.outbox().append(transaction, EventType.SALE, "{}"))
                .toList());

        List<Long> first = ids(till.outbox().take(1_000, PLENTY));

        assertEquals(2L, first.get(0));
        assertEquals(1L, first.get(999), "a thousand may pass, not more");
    }

    @Test
    void aBatchKeepsItsBoundsButIsNeverEmptyWhileSomethingWaits() {
        append(EventType.SALE, "x".repeat(100));
        append(EventType.SALE, "ж".repeat(50));
        append(EventType.SALE, "x".repeat(100));

        assertEquals(List.of(1L, 2L), ids(till.outbox().take(10, 200)));
        assertEquals(List.of(3L), ids(till.outbox().take(10, 1)));
        assertEquals(List.of(), till.outbox().take(10, PLENTY));
        till.restart();
        assertEquals(List.of(1L), ids(till.outbox().take(1, PLENTY)));
    }

    @Test
    void whatIsBeingSentIsNotTakenAgainUntilItIsPutBackOrTheTillRestarts() {
        append(EventType.SALE, "{}");
        List<Event> sending = till.outbox().take(10, PLENTY);
        assertEquals(List.of(), till.outbox().take(10, PLENTY));
        assertEquals(new OutboxCounts(1, 0, 0), till.outbox().counts());

        till.outbox().putBack(sending);
        assertEquals(sending, till.outbox().take(10, PLENTY));

        till.restart();
        assertEquals(sending, till.outbox().take(10, PLENTY));
        assertEquals(0, entries().get(0).attempts());
    }

    @Test
    void acceptedAndDuplicateEventsAreDoneAndUnansweredOnesWaitAgain() {
        IntStream.range(0, 3).forEach(i -> append(EventType.SALE, "{}"));
        List<Event> events = till.outbox().take(10, PLENTY);

        till.outbox().settle(events, List.of(EventAnswer.duplicate(2), EventAnswer.accepted(0)));

        assertEquals(
                List.of(State.ACKNOWLEDGED, State.PENDING, State.ACKNOWLEDGED),
                entries().stream().map(OutboxEntry::state).toList());
        assertEquals(new OutboxCounts(1, 0, 2), till.outbox().counts());
    }

    @Test
    void aRefusedEventIsParkedAfterTheThirdTimeAndHoldsUpNoOther() {
        append(EventType.SALE, "{\"bad\":true}");
        append(EventType.SALE, "{}");
        List<Event> first = till.outbox().take(10, PLENTY);
        till.outbox().settle(first, List.of(refused(0), EventAnswer.accepted(1)));
        assertEquals(new OutboxCounts(1, 0, 1), till.outbox().counts());

        till.outbox().settle(till.outbox().take(10, PLENTY), List.of(refused(0)));
        till.outbox().settle(till.outbox().take(10, PLENTY), List.of(refused(0)));

        assertEquals(List.of(), till.outbox().take(10, PLENTY));
        assertEquals(new OutboxCounts(0, 1, 1), till.outbox().counts());
        OutboxEntry parked = till.outbox().entries(List.of(State.PARKED), 10).get(0);
        assertEquals(first.get(0), parked.event());
        assertEquals(3, parked.attempts());
        assertEquals(Optional.of("POS_SYNC_EVENT_INVALID"), parked.code());
        assertEquals(Optional.of("totals do not add up"), parked.reason());
    }

    @Test
    void aParkedEventGoesOutAgainWhenAPersonSaysSo() {
        EventKey key = append(EventType.SALE, "{}");
        for (int i = 0; i < 3; i++) {
            till.outbox().settle(till.outbox().take(10, PLENTY), List.of(refused(0)));
        }

        till.outbox().replay(key);
        List<Event> again = till.outbox().take(10, PLENTY);
        till.outbox().replay(key);

        assertEquals(List.of(key), again.stream().map(Event::key).toList());
        assertEquals(
                List.of(State.SENDING),
                entries().stream().map(OutboxEntry::state).toList());
        till.outbox().settle(again, List.of(EventAnswer.accepted(0)));
        assertEquals(new OutboxCounts(0, 0, 1), till.outbox().counts());
        assertEquals(Optional.empty(), entries().get(0).code());
    }

    @Test
    void aLateRefusalOrPutBackDoesNotUndoAnAcknowledgement() {
        append(EventType.SALE, "{}");
        List<Event> events = till.outbox().take(10, PLENTY);
        till.outbox().settle(events, List.of(EventAnswer.accepted(0)));

        till.outbox().settle(events, List.of(refused(0)));
        till.outbox().settle(events, List.of());
        till.outbox().putBack(events);

        assertEquals(new OutboxCounts(0, 0, 1), till.outbox().counts());
        assertEquals(0, entries().get(0).attempts());
    }

    @Test
    void anAnswerToNothingIsRefusedAndChangesNothing() {
        append(EventType.SALE, "{}");
        List<Event> events = till.outbox().take(10, PLENTY);

        assertThrows(IllegalArgumentException.class, () -> till.outbox()
                .settle(events, List.of(EventAnswer.accepted(0), EventAnswer.accepted(1))));

        assertEquals(new OutboxCounts(1, 0, 0), till.outbox().counts());
    }

    @Test
    void entriesComeOldestFirstByState() {
        IntStream.range(0, 4).forEach(i -> append(EventType.SALE, "{}"));
        till.outbox().settle(till.outbox().take(2, PLENTY), List.of(EventAnswer.accepted(0), EventAnswer.accepted(1)));

        assertEquals(List.of(1L), localIds(List.of(State.ACKNOWLEDGED), 1));
        assertEquals(List.of(3L, 4L), localIds(List.of(State.PENDING, State.PARKED), 10));
        assertEquals(List.of(), localIds(List.of(), 10));
    }

    @Test
    void anEventOfANewerVersionGoesLikeAnyOtherAndBehindTheSales() {
        append(new EventType("of_tomorrow"), "{}");
        append(EventType.SALE, "{}");
        till.restart();

        List<Event> taken = till.outbox().take(10, PLENTY);

        assertEquals(List.of(2L, 1L), ids(taken));
        assertEquals("of_tomorrow", taken.get(1).type().wireName());
        assertEquals(List.of(1L, 2L), localIds(ALL, 10));
    }

    @Test
    void listenersHearOfEachCommitAndOfNoRollback() {
        List<String> heard = new ArrayList<>();
        Outbox.Subscription failing = till.outbox().onChange(() -> {
            throw new IllegalStateException("a listener's bug");
        });
        Outbox.Subscription subscription = till.outbox()
                .onChange(() -> heard.add("waiting " + till.outbox().counts().waiting()));
        append(EventType.SALE, "{}");
        assertThrows(IllegalStateException.class, () -> till.store().write(transaction -> {
            till.outbox().append(transaction, EventType.SALE, "{}");
            throw new IllegalStateException("no");
        }));
        till.outbox().settle(till.outbox().take(1, PLENTY), List.of(EventAnswer.accepted(0)));
        till.outbox().take(1, PLENTY);
        subscription.close();
        failing.close();
        append(EventType.SALE, "{}");

        assertEquals(List.of("waiting 1", "waiting 1", "waiting 0"), heard);
    }

    @Test
    void countsAgreeWithTheRowsWhateverHappened(TestReporter reporter) {
        long seed = new Random().nextLong();
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        List<Event> sending = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            switch (random.nextInt(4)) {
                case 0 -> append(random.nextBoolean() ? EventType.SALE : EventType.REFUND, "{}");
                case 1 -> sending.addAll(till.outbox().take(1 + random.nextInt(5), PLENTY));
                case 2 -> {
                    till.outbox().putBack(sending);
                    sending.clear();
                }
                default -> {
                    till.outbox().settle(sending, answers(random, sending.size()));
                    sending.clear();
                }
            }
            assertEquals(counted(), till.outbox().counts(), "seed " + seed + ", step " + i);
        }
    }

    @Test
    void noCallWalksThroughTheWholeOutbox() {
        Store watched = TappedStore.withoutScansOf(List.of("outbox"), till.store());
        Outbox outbox = outbox(watched, Clock.systemUTC());

        EventKey key = watched.write(transaction -> outbox.append(transaction, EventType.SALE, "{}"));
        outbox.putBack(outbox.take(10, PLENTY));
        outbox.settle(outbox.take(10, PLENTY), List.of(refused(0)));
        outbox.settle(outbox.take(10, PLENTY), List.of(EventAnswer.accepted(0)));
        outbox.replay(key);
        outbox.entries(List.of(State.PARKED, State.PENDING), 10);

        assertEquals(new OutboxCounts(0, 0, 1), outbox.counts());
    }

    private Outbox outbox(Store store, Clock clock) {
        SqliteTime time = new SqliteTime(store, clock, System::nanoTime);
        return new SqliteOutbox(store, till.terminal(), time, new EventLog(store), clock);
    }

    private EventKey append(EventType type, String payload) {
        return till.store().write(transaction -> till.outbox().append(transaction, type, payload));
    }

    private List<OutboxEntry> entries() {
        return till.outbox().entries(ALL, 1_000);
    }

    private List<Long> localIds(List<State> states, int limit) {
        return till.outbox().entries(states, limit).stream()
                .map(entry -> entry.event().localEventId())
                .toList();
    }

    private static List<Long> ids(List<Event> events) {
        return events.stream().map(Event::localEventId).toList();
    }

    private static EventAnswer refused(int index) {
        return EventAnswer.rejected(index, ErrorCode.POS_SYNC_EVENT_INVALID, "totals do not add up");
    }

    private static List<EventAnswer> answers(Random random, int events) {
        return IntStream.range(0, events)
                .filter(index -> random.nextInt(5) > 0)
                .mapToObj(index -> random.nextBoolean() ? refused(index) : EventAnswer.accepted(index))
                .toList();
    }

    private OutboxCounts counted() {
        return till.store()
                .read(transaction -> new OutboxCounts(
                        transaction.number("SELECT count(*) FROM outbox WHERE state IN ('pending', 'sending')"),
                        transaction.number("SELECT count(*) FROM outbox WHERE state = 'parked'"),
                        transaction.number("SELECT count(*) FROM outbox WHERE state = 'acknowledged'")));
    }
}
