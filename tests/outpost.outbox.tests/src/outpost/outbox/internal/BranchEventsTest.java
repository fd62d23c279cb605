package outpost.outbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.fixtures.TappedStore;
import outpost.outbox.Backlog;
import outpost.outbox.BranchEvents;
import outpost.outbox.BranchEvents.Delivered;
import outpost.outbox.BranchEvents.Holding;
import outpost.outbox.BranchEvents.Link;
import outpost.outbox.BranchEvents.Range;
import outpost.outbox.BranchTime;
import outpost.outbox.OutboxCounts;
import outpost.outbox.OutboxEntry;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.ErrorCode;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.protocol.StreamState;
import outpost.store.Store;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.TerminalId;

class BranchEventsTest {
    private static final long PLENTY = 1L << 30;

    @TempDir
    Path folder;

    private final Lane lane = Lane.named("till-2", "NEIGHBOUR");
    private LiveTill till;
    private BranchEvents branch;

    @BeforeEach
    void start() {
        till = new LiveTill(folder);
        till.enrol("GBP");
        branch = till.service(BranchEvents.class);
    }

    @AfterEach
    void stop() {
        till.close();
    }

    @Test
    void aNeighboursEventsAreStoredOnceAndToldByRanges() {
        assertEquals(keys(lane.events(1, 3)), branch.store(lane.events(1, 3)));
        assertEquals(keys(lane.events(2, 5)), branch.store(lane.events(2, 5)));
        branch.store(lane.events(8, 9));
        append();
        Event own = branch.events(posId(), 0, 1, PLENTY).get(0);

        assertEquals(
                Set.of(
                        new Holding(
                                lane.terminal(),
                                lane.pos(),
                                List.of(new Range(1, 5), new Range(8, 9)),
                                Optional.empty(),
                                List.of(link(lane.event(5)), link(lane.event(9)))),
                        new Holding(
                                own.terminalId(),
                                posId(),
                                List.of(new Range(1, 1)),
                                Optional.empty(),
                                List.of(link(own)))),
                Set.copyOf(branch.holdings()));
        assertEquals(lane.events(4, 5), branch.events(lane.pos(), 3, 2, PLENTY));
        assertEquals(lane.events(4, 4), branch.events(lane.pos(), 3, 9, 1), "one at least");
        till.restart();
        assertEquals(
                7,
                till.service(BranchEvents.class)
                        .events(lane.pos(), 0, 100, PLENTY)
                        .size());
    }

    @Test
    void nothingThatLanesAskEveryFewSecondsWalksThroughTheWholeOutbox() {
        branch.store(lane.events(1, 3));
        append();
        Store watched = TappedStore.withoutScansOf(List.of("outbox"), till.store());
        SqliteTime time = new SqliteTime(watched, Clock.systemUTC(), System::nanoTime);
        BranchEvents quick = new SqliteBranchEvents(watched, till.terminal(), time, new EventLog(watched));

        assertEquals(branch.holdings(), quick.holdings());
        assertEquals(List.of(), quick.lacking(List.of(link(lane.event(3))), 10));
        assertEquals(OptionalLong.of(4), quick.lackingFromCloud(lane.pos(), 0, 5));
        assertEquals(lane.events(2, 3), quick.events(lane.pos(), 1, 10, PLENTY));
    }

    @Test
    void neighboursEventsNeitherCountNorListAsThisTillsOwn() {
        branch.store(lane.events(1, 4));
        append();

        assertEquals(new OutboxCounts(1, 0, 0), till.outbox().counts());
        assertEquals(1, till.outbox().entries(List.of(State.values()), 10).size());
        Backlog backlog = till.outbox().backlog();
        assertEquals(List.of(1L, 4L, 0L), List.of(backlog.waiting(), backlog.held(), backlog.forwarded()));
    }

    @Test
    void anEventWithTheSameNumberAndOtherContentIsNotTaken() {
        branch.store(lane.events(1, 1));
        Event other = lane.event(1, new HlcStamp(5, 0), "{}");

        assertEquals(Set.of(), branch.store(List.of(other)));
        assertEquals(lane.events(1, 1), branch.events(lane.pos(), 0, 10, PLENTY));
    }

    @Test
    @Tag("A-703")
    void whatANeighbourDoesNotBringToTheCloudIsForwardedAndWhatItBringsIsNot() {
        branch.store(lane.events(1, 4));
        branch.atCloud(Map.of(lane.pos(), lane.delivered(2)), 0);
        long mark = branch.mark();
        branch.store(lane.events(5, 6));

        assertEquals(List.of(), till.outbox().take(10, PLENTY), "the neighbour has its time");
        assertEquals(2, branch.forward(mark));
        List<Event> taken = till.outbox().take(10, PLENTY);
        assertEquals(lane.events(3, 4), taken);
        till.outbox().settle(taken, List.of(EventAnswer.accepted(0), EventAnswer.duplicate(1)));

        assertEquals(0, till.outbox().backlog().forwarded());
        assertEquals(2, till.outbox().backlog().held());
        assertEquals(0, branch.forward(mark));
        assertEquals(Optional.of(lane.delivered(4)), branch.holdings().get(0).atCloud(), "the other lanes hear of it");
    }

    @Test
    void whatTheCloudIsKnownToHaveIsNeverForwardedHoweverLateItComes() {
        branch.store(lane.events(5, 9));
        branch.atCloud(Map.of(lane.pos(), lane.delivered(9)), 0);
        branch.store(lane.events(3, 4));

        assertEquals(0, branch.forward(branch.mark()));
        assertEquals(Optional.of(lane.delivered(9)), branch.holdings().get(0).atCloud());
        branch.atCloud(Map.of(lane.pos(), lane.delivered(7)), 0);
        assertEquals(Optional.of(lane.delivered(9)), branch.holdings().get(0).atCloud(), "old news changes nothing");
    }

    @Test
    void anotherEventUnderTheSameNumberAtTheCloudIsNotTheOneThatIsHere() {
        branch.store(lane.events(1, 3));
        append();
        Event other = lane.event(3, new HlcStamp(5, 0), "{}");

        branch.atCloud(Map.of(lane.pos(), new Delivered(3, other.hash())), 0);
        branch.atCloud(Map.of(posId(), new Delivered(1, other.hash())), 0);

        assertEquals(3, branch.forward(branch.mark()), "all of it is still to be brought there");
        assertEquals(new OutboxCounts(1, 0, 0), till.outbox().counts());
    }

    @Test
    void whereTheCloudsChainLeavesTheOneThatIsHereOnlyWhatLiesBehindThatIsThere() {
        branch.store(lane.events(1, 3));
        Event next = lane.following(lane.event(3, new HlcStamp(5, 0), "{}"));
        branch.store(List.of(next));

        branch.atCloud(Map.of(lane.pos(), new Delivered(4, next.hash())), 0);

        assertEquals(
                Optional.empty(),
                branch.holdings().get(0).atCloud().filter(told -> told.upTo() > 3),
                "nor is it told on");
        assertEquals(3, branch.forward(branch.mark()));
    }

    @Test
    void aNeighboursEventThatTheCloudRefusesIsItsOwnersToSeeTo() {
        branch.store(lane.events(1, 1));
        branch.forward(branch.mark());
        for (int i = 0; i < 3; i++) {
            till.outbox()
                    .settle(
                            till.outbox().take(10, PLENTY),
                            List.of(EventAnswer.rejected(0, ErrorCode.POS_SYNC_EVENT_FORK, "another one is there")));
        }

        assertEquals(List.of(), till.outbox().take(10, PLENTY));
        assertEquals(0, branch.forward(branch.mark()));
        assertEquals(new OutboxCounts(0, 0, 0), till.outbox().counts());
        assertEquals(1, till.outbox().backlog().held());
    }

    @Test
    void peersAreNotedOnceEach() {
        EventKey key = append();
        append();
        branch.peerAcknowledged(List.of(key), new TerminalId("till-2"));
        branch.peerAcknowledged(List.of(key), new TerminalId("till-22"));
        branch.peerAcknowledged(List.of(key), new TerminalId("till-2"));

        OutboxEntry entry = till.outbox().entries(List.of(State.PENDING), 1).get(0);
        assertEquals(List.of(new TerminalId("till-2"), new TerminalId("till-22")), entry.peers());
        assertEquals(1, till.outbox().backlog().peerAcknowledged());
    }

    @Test
    void ownEventsThatANeighbourBroughtToTheCloudAreDone() {
        append();
        append();
        Delivered first =
                new Delivered(1, branch.events(posId(), 0, 1, PLENTY).get(0).hash());
        branch.atCloud(Map.of(posId(), first), 0);

        assertEquals(new OutboxCounts(1, 0, 1), till.outbox().counts());
        assertEquals(
                List.of(Optional.of(first)),
                branch.holdings().stream().map(Holding::atCloud).toList());
    }

    @Test
    @Tag("A-419")
    void whatANeighbourBelievesFromBeforeTheCloudWentBackDoesNotCount() {
        append();
        append();
        List<Event> sent = till.outbox().take(10, PLENTY);
        till.outbox().settle(sent, List.of(EventAnswer.accepted(0), EventAnswer.accepted(1)));
        StreamState lost = StreamState.unknown(posId());

        assertEquals(2, till.outbox().compare(lost));
        assertEquals(1, branch.setbacks());
        Delivered both = new Delivered(2, sent.get(1).hash());
        branch.atCloud(Map.of(posId(), both), 0);
        assertEquals(new OutboxCounts(2, 0, 0), till.outbox().counts(), "that was before");
        branch.atCloud(Map.of(posId(), both), 1);
        assertEquals(new OutboxCounts(0, 0, 2), till.outbox().counts());
    }

    @Test
    @Tag("A-419")
    void aSetbackThatANeighbourTellsOfMakesThisTillForgetWhatTheCloudHasOfOthers() {
        branch.store(lane.events(1, 4));
        branch.atCloud(Map.of(lane.pos(), lane.delivered(4)), 0);
        assertEquals(0, till.outbox().backlog().held());

        branch.atCloud(Map.of(), 3);

        assertEquals(3, branch.setbacks());
        assertEquals(4, till.outbox().backlog().held());
        assertEquals(Optional.empty(), branch.holdings().get(0).atCloud());
        branch.atCloud(Map.of(lane.pos(), lane.delivered(4)), 2);
        assertEquals(4, till.outbox().backlog().held(), "a third lane has not heard of it yet");
    }

    @Test
    void aNeighbourThatKnowsMoreOfThisFileThanTheFileItselfTellsThatItIsOld() {
        PosId before = posId();
        append();
        Lane lostFuture = new Lane(new TerminalId("till-1"), before, lane.keys());

        branch.store(lostFuture.events(2, 4));

        assertNotEquals(before, posId());
        assertEquals(1, append().localEventId());
        assertEquals(4, branch.events(before, 0, 10, PLENTY).size(), "and nothing that was lost stays lost");
        assertEquals(List.of(before, posId()), till.outbox().posIds());
    }

    @Test
    void anEventUnderThisFilesNumberWithOtherContentTellsThatThereIsACopy() {
        PosId before = posId();
        append();

        branch.store(new Lane(new TerminalId("till-1"), before, lane.keys()).events(1, 1));

        assertNotEquals(before, posId());
    }

    @Test
    void stampsOfNeighboursArePassedUnlessTheyComeFromAClockThatIsWrong() {
        BranchTime time = till.service(BranchTime.class);
        long now = time.now().toEpochMilli();
        branch.store(List.of(lane.event(1, new HlcStamp(now + 60_000, 3), "{}")));
        assertEquals(new HlcStamp(now + 60_000, 4), time.next());

        branch.store(List.of(lane.event(2, new HlcStamp(now + 31_536_000_000L, 0), "{}")));
        assertEquals(new HlcStamp(now + 60_000, 5), time.next());
        assertTrue(branch.events(lane.pos(), 1, 1, PLENTY).get(0).hlc().millis() > now + 60_000, "it is kept as it is");
    }

    private EventKey append() {
        return till.store().write(transaction -> till.outbox().append(transaction, EventType.SALE, "{}"));
    }

    private PosId posId() {
        return till.terminal().identity().orElseThrow().posId();
    }

    private static Link link(Event event) {
        return new Link(event.terminalId(), event.posId(), event.localEventId(), event.hash());
    }

    private static Set<EventKey> keys(List<Event> events) {
        return events.stream().map(Event::key).collect(Collectors.toSet());
    }
}
