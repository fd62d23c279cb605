package outpost.outbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.fixtures.TappedStore;
import outpost.outbox.Identity;
import outpost.outbox.Outbox;
import outpost.outbox.OutboxCounts;
import outpost.outbox.OutboxEntry;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.Ed25519;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.store.Store;
import outpost.values.EventKey;

class SqliteOutboxTest extends OutboxFixture {
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

    private List<Long> localIds(List<State> states, int limit) {
        return till.outbox().entries(states, limit).stream()
                .map(entry -> entry.event().localEventId())
                .toList();
    }

    private static List<Long> ids(List<Event> events) {
        return events.stream().map(Event::localEventId).toList();
    }
}
