package outpost.outbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.outbox.BranchEvents;
import outpost.outbox.BranchEvents.Delivered;
import outpost.outbox.BranchEvents.Link;
import outpost.protocol.ErrorCode;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.values.EventKey;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** A file that was put back from a backup wrote other events under numbers that it had given out before; lanes and cloud have both. */
class HistoriesTest {
    private static final long PLENTY = 1L << 30;

    @TempDir
    Path folder;

    private final Lane neighbour = Lane.named("till-2", "NEIGHBOUR");
    private LiveTill till;
    private BranchEvents branch;
    private PosId file;
    /** What this till had written before its file was put back, as others keep it. */
    private Lane lost;

    @BeforeEach
    void start() {
        till = new LiveTill(folder);
        till.enrol("GBP");
        branch = till.service(BranchEvents.class);
        file = posId();
        lost = new Lane(new TerminalId("till-1"), file, neighbour.keys());
    }

    @AfterEach
    void stop() {
        till.close();
    }

    @Test
    @Tag("A-417")
    void twoEventsOfOneNumberAreBothWrittenAgainSoThatEverybodyCanHaveThem() {
        List<Event> mine = append(3);

        Set<EventKey> durable = branch.store(lost.events(2, 3));

        assertEquals(Set.of(mine.get(1).key(), mine.get(2).key()), durable);
        assertNotEquals(file, posId());
        List<Event> again =
                taken().stream().filter(event -> event.posId().equals(posId())).toList();
        assertEquals(told(List.of(lost.event(2), mine.get(1), lost.event(3), mine.get(2))), told(again));
        assertEquals(
                List.of(1L, 2L, 3L, 4L), again.stream().map(Event::localEventId).toList());
    }

    @Test
    @Tag("A-418")
    void whatTheCloudLacksOfAFormerFileIsToldToNobodyAsBroughtThere() {
        branch.storeFromCloud(lost.events(1, 2));
        branch.storeFromCloud(lost.events(4, 5));
        assertEquals(Optional.of(2L), toldOfTheFormerFile());

        branch.store(lost.events(3, 3));
        assertEquals(Optional.of(2L), toldOfTheFormerFile());
        branch.storeFromCloud(lost.events(3, 3));
        assertEquals(Optional.of(5L), toldOfTheFormerFile());
    }

    /** Up to which number neighbours hear that the cloud has everything: they send none of it any more. */
    private Optional<Long> toldOfTheFormerFile() {
        return branch.holdings().stream()
                .filter(holding -> holding.posId().equals(file))
                .flatMap(holding -> holding.atCloud().stream())
                .map(Delivered::upTo)
                .findFirst();
    }

    @Test
    void whatWasWrittenAgainIsNotWrittenAThirdTime() {
        append(3);
        branch.store(lost.events(2, 3));
        till.restart();
        branch = till.service(BranchEvents.class);

        branch.store(lost.events(2, 3));
        Event copy = branch.events(posId(), 0, 1, PLENTY).get(0);
        branch.store(List.of(copy));
        List<Event> sent = taken();
        till.outbox()
                .settle(
                        sent,
                        IntStream.range(0, sent.size())
                                .mapToObj(i -> sent.get(i).posId().equals(file) ? forked(i) : EventAnswer.accepted(i))
                                .toList());

        assertEquals(List.of(sent.get(0).payload()), payloads(taken()), "of the three, one was not written again yet");
    }

    @Test
    void aTillAsksForWhatItLacksUntilItKnowsWhereItsHistoriesPart() {
        append(4);
        assertEquals(List.of(), branch.lacking(List.of(), 10));
        assertEquals(List.of(link(lost.event(4))), branch.lacking(List.of(link(lost.event(4))), 10));
        assertEquals(
                List.of(), branch.lacking(List.of(link(lost.event(5))), 10), "a number that lanes bring by themselves");
        assertEquals(List.of(), branch.lacking(List.of(link(neighbour.event(1))), 10), "another's");

        branch.store(List.of(lost.event(5)));
        assertEquals(List.of(link(lost.event(4))), branch.lacking(List.of(), 10), "what an event follows");
        for (long number = 4; number > 1; number--) {
            branch.store(List.of(lost.event(number)));
            assertEquals(List.of(link(lost.event(number - 1))), branch.lacking(List.of(), 10));
        }
        branch.store(List.of(lost.event(1)));
        assertEquals(List.of(), branch.lacking(List.of(link(lost.event(4))), 10));
    }

    @Test
    void aTillTellsWhereItsPiecesOfAChainEnd() {
        branch.store(neighbour.events(1, 3));
        branch.store(List.of(neighbour.following(neighbour.event(3))));
        branch.store(neighbour.events(5, 6));

        assertEquals(
                List.of(neighbour.following(neighbour.event(3)), neighbour.event(6)).stream()
                        .map(HistoriesTest::link)
                        .toList(),
                branch.holdings().get(0).ends(),
                "the fifth follows another fourth");
    }

    @Test
    @Tag("A-417")
    void aNeighboursForkedEventIsDoneWithWhenItsOwnerHasWrittenItAgain() {
        branch.store(neighbour.events(1, 2));
        branch.forward(branch.mark());
        refuseAsForks();
        assertEquals(2, till.outbox().backlog().held());
        Event first = neighbour.event(1);
        Event second = neighbour.event(2);
        Lane again = new Lane(neighbour.terminal(), new PosId("RENEWED"), neighbour.keys());

        branch.store(List.of(again.event(1, first.hlc(), first.payload())));
        branch.store(List.of(again.event(2, second.hlc(), "{\"another\":true}")));

        assertEquals(3, till.outbox().backlog().held(), "the second one, and the two that came");
        assertEquals(
                List.of(first.key()),
                till.store()
                        .read(transaction -> transaction.query(
                                "SELECT * FROM outbox WHERE state = 'superseded'",
                                row -> OutboxRows.event(row).key())));
    }

    @Test
    @Tag("A-418")
    void whatOnlyTheCloudHasIsAskedForAndNotBroughtThereAgain() {
        append(3);
        assertEquals(OptionalLong.of(1), branch.lackingFromCloud(neighbour.pos(), 0, 4));
        assertEquals(OptionalLong.empty(), branch.lackingFromCloud(neighbour.pos(), 0, 0));
        branch.storeFromCloud(neighbour.events(1, 2));
        branch.store(List.of(neighbour.event(4)));

        assertEquals(OptionalLong.of(3), branch.lackingFromCloud(neighbour.pos(), 0, 9));
        assertEquals(OptionalLong.of(5), branch.lackingFromCloud(neighbour.pos(), 3, 9));
        assertEquals(OptionalLong.empty(), branch.lackingFromCloud(neighbour.pos(), 3, 4));
        assertEquals(1, branch.forward(branch.mark()), "the fourth");
        assertEquals(
                List.of(4L),
                taken().stream()
                        .filter(event -> event.posId().equals(neighbour.pos()))
                        .map(Event::localEventId)
                        .toList());
    }

    @Test
    @Tag("A-418")
    void theCloudIsAskedForTheEventThatTookANumber() {
        append(3);
        List<Event> sent = taken();
        till.outbox().settle(sent, List.of(EventAnswer.accepted(0), forked(1), EventAnswer.accepted(2)));
        assertEquals(OptionalLong.of(2), branch.lackingFromCloud(file, 0, 3));

        branch.store(List.of(new Lane(lost.terminal(), file, neighbour.keys())
                .event(2, lost.event(3).hlc(), "{\"a third\":true}")));
        assertEquals(OptionalLong.of(2), branch.lackingFromCloud(file, 0, 3), "that was not the cloud's");
        branch.storeFromCloud(List.of(lost.event(2)));
        assertEquals(OptionalLong.empty(), branch.lackingFromCloud(file, 0, 3));
        assertTrue(payloads(branch.events(posId(), 0, 10, PLENTY))
                .containsAll(List.of(lost.event(2).payload(), sent.get(1).payload())));
    }

    private List<Event> append(int events) {
        till.store().write(transaction -> IntStream.range(0, events)
                .mapToObj(i -> till.outbox().append(transaction, EventType.SALE, "{\"n\":" + i + "}"))
                .toList());
        return branch.events(posId(), 0, 100, PLENTY);
    }

    @Test
    @Tag("A-418")
    void aRefusedEventOfAFormerFileMayHideAnotherOneThatTheCloudHas() {
        append(2);
        refuse(ErrorCode.POS_SYNC_EVENT_INVALID);
        assertEquals(OptionalLong.empty(), branch.lackingFromCloud(file, 0, 2), "nobody else gives these numbers out");

        branch.store(lost.events(3, 3));
        assertNotEquals(file, posId());
        assertEquals(OptionalLong.of(1), branch.lackingFromCloud(file, 0, 2));
        assertEquals(OptionalLong.of(2), branch.lackingFromCloud(file, 1, 2));
        branch.storeFromCloud(lost.events(1, 2));

        assertEquals(OptionalLong.empty(), branch.lackingFromCloud(file, 0, 2));
        assertEquals(told(lost.events(1, 2)), told(taken()));
    }

    private void refuseAsForks() {
        for (List<Event> sent = taken(); !sent.isEmpty(); sent = taken()) {
            till.outbox()
                    .settle(
                            sent,
                            IntStream.range(0, sent.size())
                                    .mapToObj(HistoriesTest::forked)
                                    .toList());
        }
    }

    /** Until a person is needed. */
    private void refuse(ErrorCode code) {
        for (List<Event> sent = taken(); !sent.isEmpty(); sent = taken()) {
            till.outbox()
                    .settle(
                            sent,
                            IntStream.range(0, sent.size())
                                    .mapToObj(index -> EventAnswer.rejected(index, code, "cannot be read"))
                                    .toList());
        }
    }

    private List<Event> taken() {
        return till.outbox().take(100, PLENTY);
    }

    private PosId posId() {
        return till.terminal().identity().orElseThrow().posId();
    }

    private static List<String> payloads(List<Event> events) {
        return events.stream().map(Event::payload).toList();
    }

    /** What does not change when it is told again. */
    private static List<String> told(List<Event> events) {
        return events.stream()
                .flatMap(event -> Stream.of(event.payload(), event.hlc().toString(), event.occurredAt()))
                .toList();
    }

    private static Link link(Event event) {
        return new Link(event.terminalId(), event.posId(), event.localEventId(), event.hash());
    }

    private static EventAnswer forked(int index) {
        return EventAnswer.rejected(index, ErrorCode.POS_SYNC_EVENT_FORK, "another one is there");
    }
}
