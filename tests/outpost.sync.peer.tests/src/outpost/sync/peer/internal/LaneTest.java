package outpost.sync.peer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.outbox.BranchEvents.Delivered;
import outpost.protocol.Event;
import outpost.sync.peer.internal.Tills.Link;
import outpost.sync.peer.internal.Tills.Till;
import outpost.values.EventKey;
import outpost.values.PosId;

class LaneTest {
    private final Tills tills = new Tills();

    @Test
    @Tag("A-701")
    void whatATillWritesIsOnItsNeighboursDisksAndItKnowsIt() {
        Till one = tills.enrol("T1", "P1");
        Till two = tills.enrol("T2", "P2");
        Till three = tills.enrol("T3", "P3");
        connectAll(one, two, three);

        Event sale = one.sell();
        tills.settle();

        assertEquals(Set.of(sale.key()), two.events.keys());
        assertEquals(Set.of(sale.key()), three.events.keys());
        assertEquals(Set.of(two.id(), three.id()), one.events.peersWith(sale.key()));
    }

    @Test
    void whatWasWrittenBeforeTheyMetFollows() {
        Till one = tills.enrol("T1", "P1");
        Till two = tills.enrol("T2", "P2");
        one.sell(450);
        two.sell(3);

        tills.connect(one, two);
        tills.settle();

        assertEquals(453, one.events.keys().size());
        assertEquals(one.events.keys(), two.events.keys());
    }

    @Test
    void noEventIsSentTwiceWhereNothingFails() {
        Till one = tills.enrol("T1", "P1");
        Till two = tills.enrol("T2", "P2");
        Till three = tills.enrol("T3", "P3");
        connectAll(one, two, three);
        one.sell(100);
        two.sell(100);
        tills.settle();

        tills.pass(Duration.ofMinutes(2));

        assertEquals(100, one.events.deliveries());
        assertEquals(100, two.events.deliveries());
        assertEquals(200, three.events.deliveries());
    }

    @Test
    void aLaneInTheMiddlePassesOn() {
        Till one = tills.enrol("T1", "P1");
        Till middle = tills.enrol("T2", "P2");
        Till three = tills.enrol("T3", "P3");
        tills.connect(one, middle);
        tills.connect(middle, three);

        Event sale = one.sell();
        tills.settle();
        tills.pass(Conversation.HAVE_INTERVAL);

        assertEquals(Set.of(sale.key()), three.events.keys());
    }

    @Test
    void aCutLineLosesNothing() {
        Till one = tills.enrol("T1", "P1");
        Till two = tills.enrol("T2", "P2");
        for (int i = 0; i < 20; i++) {
            Link link = tills.connect(one, two);
            one.sell(i);
            two.sell(1);
            link.cut();
            tills.settle();
        }

        tills.connect(two, one);
        tills.settle();

        assertEquals(190 + 20, one.events.keys().size());
        assertEquals(one.events.keys(), two.events.keys());
    }

    @Test
    @Tag("A-705")
    void aFullDiskAcknowledgesNothingAndTakesItLater() {
        Till one = tills.enrol("T1", "P1");
        Till two = tills.enrol("T2", "P2");
        two.events.full(true);
        Link link = tills.connect(one, two);
        Event sale = one.sell();
        tills.settle();
        assertTrue(link.isCut());
        assertEquals(Set.of(), one.events.peersWith(sale.key()));

        two.events.full(false);
        tills.connect(one, two);
        tills.settle();

        assertEquals(Set.of(two.id()), one.events.peersWith(sale.key()));
    }

    @Test
    void aLineOnWhichNothingComesIsGivenUp() {
        Till one = tills.enrol("T1", "P1");
        Till two = tills.enrol("T2", "P2");
        Link link = tills.connect(one, two);
        tills.settle();
        link.fallSilent();

        tills.pass(Conversation.LONGEST_SILENCE.plusSeconds(1));

        assertTrue(link.isCut());
        assertEquals(Set.of(), one.lane.connected());
    }

    @Test
    void aQuietLineStays() {
        Till one = tills.enrol("T1", "P1");
        Till two = tills.enrol("T2", "P2");
        Link link = tills.connect(one, two);

        tills.pass(Duration.ofMinutes(10));

        assertFalse(link.isCut());
        assertEquals(Set.of(one.id()), two.lane.connected());
    }

    @Test
    void ofTwoLinesBothKeepTheSame() {
        Till one = tills.enrol("T1", "P1");
        Till two = tills.enrol("T2", "P2");
        Link better = tills.connect(one, two);
        Link worse = tills.connect(two, one);
        assertTrue(worse.isCut());
        assertFalse(better.isCut());

        Link anew = tills.connect(one, two);

        assertTrue(better.isCut());
        assertFalse(anew.isCut());
    }

    @Test
    void whatIsAtTheCloudIsToldOn() {
        Till one = tills.enrol("T1", "P1");
        Till two = tills.enrol("T2", "P2");
        Till three = tills.enrol("T3", "P3");
        connectAll(one, two, three);
        one.sell(5);
        tills.settle();

        Delivered five = new Delivered(5, "f".repeat(64));
        two.events.atCloud(Map.of(new PosId("P1"), five), 0);
        tills.pass(Duration.ofSeconds(3));

        assertEquals(Optional.of(five), one.events.atCloud(new PosId("P1")));
        assertEquals(Optional.of(five), three.events.atCloud(new PosId("P1")));
    }

    @Test
    @Tag("A-702")
    void aTillWhoseDiskWasLostGetsBackWhatItsNeighboursHold() {
        Till burnt = tills.enrol("T1", "P1");
        Till two = tills.enrol("T2", "P2");
        Link link = tills.connect(burnt, two);
        burnt.sell(250);
        tills.settle();
        link.cut();

        Till rebuilt = tills.enrol("T1", "P9");
        rebuilt.sell();
        Till late = tills.enrol("T3", "P3");
        connectAll(rebuilt, two, late);
        tills.settle();
        tills.pass(Conversation.HAVE_INTERVAL);

        assertEquals(251, rebuilt.events.keys().size());
        assertEquals(rebuilt.events.keys(), two.events.keys());
        assertEquals(rebuilt.events.keys(), late.events.keys());
    }

    @Test
    @Tag("A-704")
    void whatIsNotSignedByALaneOfTheBranchIsNotStored() {
        Till one = tills.enrol("T1", "P1");
        Till two = tills.enrol("T2", "P2");
        Link link = tills.connect(one, two);
        tills.settle();
        Event good = new MemoryEvents(one.terminal).append("{}");
        Event changed = changed(good);
        Event foreign = new MemoryEvents(new Branch().enrol("T1", "P1")).append("{}");
        Event otherBranch = new MemoryEvents(new Branch().other("second").enrol("T1", "P1")).append("{}");

        link.inject(new Message.Events(List.of(changed, foreign, otherBranch)));
        tills.settle();
        assertEquals(Set.of(), two.events.keys());

        link.inject(new Message.Events(List.of(changed, good)));
        tills.settle();
        assertEquals(Set.of(good.key()), two.events.keys());
    }

    @Test
    void whatOneLaneRefusesHoldsNothingUp() {
        Till one = tills.enrol("T1", "P1");
        Till two = tills.enrol("T2", "P2");
        two.events.store(List.of(new MemoryEvents(one.terminal).append("{\"another\":1}")));
        one.sell(450);

        tills.connect(one, two);
        tills.settle();

        assertEquals(450, two.events.keys().size());
        assertEquals(Set.of(), one.events.peersWith(first(one)));
    }

    @Test
    @Tag("A-417")
    void aTillGetsTheEventsOfItsOwnThatItAsksForThoughItHasOthersOfTheirNumbers() {
        Till one = tills.enrol("T1", "P1");
        Till two = tills.enrol("T2", "P2");
        MemoryEvents lost = new MemoryEvents(one.terminal);
        List<Event> others = IntStream.range(0, 250)
                .mapToObj(i -> lost.append("{\"lost\":" + i + "}"))
                .toList();
        two.events.store(others);
        one.sell(250);
        tills.connect(one, two);
        tills.settle();
        assertEquals(0, one.events.deliveries(), "the numbers are the same");

        one.events.lacks(others.get(239));
        one.events.lacks(new MemoryEvents(two.terminal).append("{}"));
        tills.pass(Conversation.HAVE_INTERVAL.plusSeconds(1));

        assertEquals(
                LongStream.rangeClosed(40, 240).boxed().toList(),
                one.events.delivered().stream().map(Event::localEventId).toList());
    }

    @Test
    void aLaneThatKnowsTheCloudsTimeTellsIt() {
        Till one = tills.enrol("T1", "P1");
        Till two = tills.enrol("T2", "P2");
        one.time.offset = Optional.of(Duration.ofHours(-3));

        tills.connect(one, two);
        tills.settle();

        assertEquals(Optional.of(Duration.ofHours(-3)), two.time.told);
        assertEquals(Optional.empty(), one.time.told);
    }

    @Test
    void aNoteReachesTheLaneThatItIsFor() {
        Till one = tills.enrol("T1", "P1");
        Till two = tills.enrol("T2", "P2");
        assertFalse(one.lane.note(two.id(), new Message.Note("topic", "lost")));
        tills.connect(one, two);

        assertTrue(one.lane.note(two.id(), new Message.Note("topic", "{}")));
        tills.settle();

        assertEquals(List.of("T1 topic {}"), two.notes);
    }

    private static EventKey first(Till till) {
        return new EventKey(till.id(), till.terminal.self().posId(), 1);
    }

    private void connectAll(Till... all) {
        for (int i = 0; i < all.length; i++) {
            for (int j = i + 1; j < all.length; j++) {
                tills.connect(all[i], all[j]);
            }
        }
        tills.settle();
    }

    private static Event changed(Event event) {
        return new Event(
                event.terminalId(),
                event.posId(),
                event.localEventId(),
                event.type(),
                event.branchId(),
                event.occurredAt(),
                event.hlc(),
                "{\"changed\":1}",
                event.payloadHash(),
                event.previousHash(),
                event.hash(),
                event.signature());
    }
}
