package outpost.outbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import outpost.outbox.OutboxCounts;
import outpost.outbox.OutboxEntry;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.values.EventKey;

/** What an event's answer makes of it. */
class OutboxAnswersTest extends OutboxFixture {
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
