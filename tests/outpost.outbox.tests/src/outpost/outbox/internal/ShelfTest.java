package outpost.outbox.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.outbox.BranchEvents;
import outpost.outbox.BranchEvents.Range;
import outpost.outbox.OutboxCounts;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.ErrorCode;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.protocol.StreamState;
import outpost.values.PosId;

class ShelfTest {
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
    @Tag("A-415")
    void whatTheCloudHasForLongIsPackedAndStillThere() {
        append(700);
        List<Event> all = taken();
        acknowledge(all);
        append(3);
        new Shelf(till.store(), 50, PLENTY).tidy();

        assertEquals(50, rows(), "so many stay");
        assertEquals(new OutboxCounts(3, 0, 700), till.outbox().counts());
        assertEquals(List.of(new Range(1, 703)), branch().holdings().get(0).ranges());
        assertEquals(all, allEvents(posId()).subList(0, 700));
        assertEquals(703, allEvents(posId()).size());
        assertEquals(704, append(1).get(0).localEventId());
    }

    @Test
    void theHeadOfEachChainStaysWhereItIs() {
        Lane lane = Lane.named("till-2", "NEIGHBOUR");
        append(3);
        acknowledge(taken());
        branch().store(lane.events(1, 200));
        branch().atCloud(Map.of(lane.pos(), lane.delivered(200)), 0);
        new Shelf(till.store(), 10, PLENTY).tidy();
        till.restart();

        Event next = append(1).get(0);

        assertEquals(4, next.localEventId());
        assertEquals(allEvents(posId()).get(2).hash(), next.previousHash());
        assertEquals(lane.events(1, 200), allEvents(lane.pos()));
    }

    @Test
    void whatWaitsOrIsParkedStaysHoweverOldItIs() {
        append(300);
        List<Event> sent = taken();
        for (int i = 0; i < 3; i++) {
            List<Event> batch = i == 0 ? sent : taken();
            till.outbox()
                    .settle(
                            batch,
                            IntStream.range(0, batch.size())
                                    .mapToObj(index -> batch.get(index).localEventId() == 100
                                            ? EventAnswer.rejected(index, ErrorCode.POS_SYNC_EVENT_INVALID, "no")
                                            : EventAnswer.accepted(index))
                                    .toList());
        }
        new Shelf(till.store(), 20, PLENTY).tidy();

        assertEquals(
                100,
                till.outbox().entries(List.of(State.PARKED), 1).get(0).event().localEventId());
        assertEquals(sent, allEvents(posId()));
        assertEquals(List.of(new Range(1, 300)), branch().holdings().get(0).ranges());
    }

    @Test
    void whenTheRoomIsUsedUpTheOldestGoes() {
        append(1_200);
        acknowledge(taken());
        new Shelf(till.store(), 10, 1).tidy();
        assertEquals(0, blocks());
        assertEquals(10, rows());
        assertEquals(new OutboxCounts(0, 0, 1_200), till.outbox().counts());
        assertEquals(1_201, append(1).get(0).localEventId());
    }

    @Test
    void aCloudThatLostWhatIsArchivedGetsItFromTheArchive() {
        append(900);
        List<Event> all = taken();
        acknowledge(all);
        new Shelf(till.store(), 50, PLENTY).tidy();
        PosId before = posId();

        StreamState lost = new StreamState(before, 100, 100, all.get(99).hash(), 0);
        assertEquals(800, till.outbox().compare(lost));
        assertEquals(0, till.outbox().compare(lost), "they wait already");

        assertEquals(new OutboxCounts(800, 0, 100), till.outbox().counts());
        List<Event> again = new ArrayList<>(taken());
        again.sort(Comparator.comparingLong(Event::localEventId));
        assertEquals(all.subList(100, 900), again);
        acknowledge(again);
        new Shelf(till.store(), 50, PLENTY).tidy();
        assertEquals(50, rows());
        assertEquals(new OutboxCounts(0, 0, 900), till.outbox().counts());
        assertEquals(all, allEvents(before));
        assertEquals(before, posId());
    }

    @Test
    void anArchivedNumberWithAnotherHashAtTheCloudIsAForkToo() {
        append(400);
        acknowledge(taken());
        new Shelf(till.store(), 10, PLENTY).tidy();
        PosId before = posId();

        till.outbox().compare(new StreamState(before, 5, 5, "ab".repeat(32), 0));

        assertNotEquals(before, posId());
        assertTrue(blocks() > 0);
    }

    private List<Event> append(int events) {
        till.store().write(transaction -> {
            IntStream.range(0, events)
                    .forEach(i -> till.outbox().append(transaction, EventType.SALE, "{\"n\":" + i + "}"));
            return events;
        });
        List<Event> waiting = till.outbox().entries(List.of(State.PENDING), 10_000).stream()
                .map(entry -> entry.event())
                .toList();
        return waiting.subList(waiting.size() - events, waiting.size());
    }

    private void acknowledge(List<Event> sent) {
        till.outbox()
                .settle(
                        sent,
                        IntStream.range(0, sent.size())
                                .mapToObj(EventAnswer::accepted)
                                .toList());
    }

    private List<Event> taken() {
        return till.outbox().take(10_000, PLENTY);
    }

    /** Page by page, as a neighbour asks for them. */
    private List<Event> allEvents(PosId posId) {
        List<Event> all = new ArrayList<>();
        List<Event> page;
        do {
            long after = all.isEmpty() ? 0 : all.get(all.size() - 1).localEventId();
            page = branch().events(posId, after, 70, PLENTY);
            all.addAll(page);
        } while (!page.isEmpty());
        assertEquals(
                LongStream.rangeClosed(1, all.size()).boxed().toList(),
                all.stream().map(Event::localEventId).toList());
        return all;
    }

    private BranchEvents branch() {
        return till.service(BranchEvents.class);
    }

    private PosId posId() {
        return till.terminal().identity().orElseThrow().posId();
    }

    private long rows() {
        return till.store().read(transaction -> transaction.number("SELECT count(*) FROM outbox"));
    }

    private long blocks() {
        return till.store().read(transaction -> transaction.number("SELECT count(*) FROM outbox_archive"));
    }
}
