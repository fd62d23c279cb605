package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.fixtures.Await;
import outpost.outbox.OutboxEntry;
import outpost.protocol.ErrorCode;
import outpost.protocol.SyncStatus.Line;
import outpost.values.EventKey;

class PushTest {
    @TempDir
    Path folder;

    private final LoopbackCloud cloud = new LoopbackCloud();

    @AfterEach
    void stopCloud() {
        cloud.close();
    }

    @Test
    void whatIsRungWhileOnlineIsSentAtOnce() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            till.sell(1);
            till.awaitAllSent();
            assertArrived(1);
        }
    }

    @Test
    void manyEventsGoInBatches() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            till.stop();
            till.sell(450);
            till.start(Till.CALM);
            till.awaitAllSent();
            assertArrived(450);
            assertEquals(List.of(200, 200, 50), cloud.content().batches());
        }
    }

    @Test
    void overAQuickLineTheNextBatchGoesOutBeforeTheLastIsAnswered() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            till.stop();
            till.sell(600);
            CyclicBarrier both = new CyclicBarrier(2);
            cloud.fail("sync/push", Fault.none(), Fault.togetherWithAnother(both), Fault.togetherWithAnother(both));
            // However slow this machine is, the line is quick.
            till.start(Till.CALM, new AtomicLong()::incrementAndGet);
            till.awaitAllSent();
            assertArrived(600);
            assertEquals(3, cloud.requestsOf("sync/push"), "none of them waited in vain for the other");
        }
    }

    @Test
    @Tag("A-402")
    void ofTwoBatchesOnTheirWayEachIsSentAgainUntilItIsAnswered() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            till.stop();
            till.sell(1_000);
            cloud.fail("sync/push", Fault.none(), Fault.cutAfter(), Fault.cutAfter(), Fault.none(), Fault.cutBefore());
            till.start(Till.CALM, new AtomicLong()::incrementAndGet);
            till.awaitAllSent();
            assertArrived(1_000);
            assertEquals(List.of(200, 200, 200, 200, 200), cloud.content().batches(), "each counted once");
        }
    }

    @Test
    @Tag("A-402")
    void aBatchWhoseAnswerIsLostIsSentAgainAndCountsOnce() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            cloud.fail("sync/push", Fault.cutAfter(), Fault.cutWithin(500), Fault.cutAfter());
            till.sell(1);
            till.awaitAllSent();
            assertArrived(1);
            assertEquals(List.of(1), cloud.content().batches(), "the same key gets the first answer again");
            assertEquals(4, cloud.requestsOf("sync/push"));
            OutboxEntry entry = till.outbox()
                    .entries(List.of(OutboxEntry.State.ACKNOWLEDGED), 1)
                    .get(0);
            assertEquals(0, entry.attempts(), "the line's trouble does not count against the event");
        }
    }

    @Test
    void aTillThatIsRestartedBeforeTheAnswerSendsAgainAndItCountsOnce() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            cloud.fail("sync/push", Fault.cutAfter(), Fault.cutAfter(), Fault.cutAfter(), Fault.cutAfter());
            till.sell(3);
            Await.until("the cycle has given up", () -> cloud.faultsLeft() == 0);
            till.restart();
            assertEquals(3, till.outbox().counts().waiting());
            till.sell(2);
            till.start(Till.CALM);
            till.awaitAllSent();
            assertArrived(5);
        }
    }

    @Test
    void aCloudThatIsRestartedIsFoundAgain() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.EAGER)) {
            till.awaitSuccess();
            cloud.stop();
            till.awaitLine(Line.OFFLINE);
            till.sell(5);
            assertEquals(5, till.outbox().counts().waiting());
            cloud.start();
            till.awaitAllSent();
            till.awaitLine(Line.ONLINE);
            assertArrived(5);
        }
    }

    @Test
    void batchesAreHalvedUntilTheCloudTakesThem() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            till.stop();
            cloud.content().takeAtMost(30);
            till.sell(100);
            till.start(Till.CALM);
            till.awaitAllSent();
            assertArrived(100);
            assertTrue(Collections.max(cloud.content().batches()) <= 30);
        }
    }

    @Test
    void oneEventThatIsTooLargeHoldsUpNoOtherAndIsParkedInTheEnd() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            till.stop();
            EventKey tooLarge = till.append("x".repeat(900_000));
            till.sell(20);
            cloud.content().takeAtMostBytes(500_000);
            till.start(Till.EAGER);
            assertParkedWhileOthersArrive(till, List.of(tooLarge), ErrorCode.POS_SYNC_PAYLOAD_TOO_LARGE);
        }
    }

    @Test
    void eventsThatSpoilTheirWholeRequestHoldUpNoOther() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            till.stop();
            List<EventKey> bad = List.of(till.sell("Bad 1"), till.sell("Bad 2"), till.sell("Bad 3"));
            till.sell(20);
            cloud.content().refuseRequestsWith(event -> bad.contains(event.key()));
            till.start(Till.EAGER);
            assertParkedWhileOthersArrive(till, bad, ErrorCode.POS_SYNC_EVENT_INVALID);
        }
    }

    @Test
    @Tag("A-407")
    void aCloudThatRefusesEveryRequestMakesNoEventGuilty() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.EAGER)) {
            till.awaitSuccess();
            cloud.content().refuseRequestsWith(event -> true);
            till.sell(50);
            long before = cloud.requestsOf("sync/push");
            Await.until("many cycles have failed", () -> cloud.requestsOf("sync/push") > before + 80);
            assertEquals(50, till.outbox().counts().waiting());
            assertEquals(0, till.outbox().counts().parked());
            assertTrue(till.status().problem().isPresent());
            assertEquals(Line.ONLINE, till.status().line());
            cloud.content().refuseRequestsWith(event -> false);
            till.awaitAllSent();
            assertArrived(50);
        }
    }

    @Test
    @Tag("A-405")
    void oneRefusedEventHoldsUpNoOtherAndIsParkedWithItsReason() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            till.stop();
            till.sell(5);
            EventKey bad = till.sell("Bad");
            till.sell(5);
            cloud.content().refuse(event -> event.key().equals(bad));
            till.start(Till.CALM);
            Await.until("it needs a person", () -> till.outbox().counts().parked() == 1);
            till.awaitAllSent();
            assertEquals(10, cloud.content().ledger().size());
            assertEquals(bad, till.parked().get(0).event().key());
            assertEquals(
                    ErrorCode.POS_SYNC_EVENT_INVALID.name(),
                    till.parked().get(0).code().orElseThrow());
            till.awaitSuccess();
            assertEquals(Line.ONLINE, till.status().line());
        }
    }

    @Test
    void oneRefusedEventCostsTheOthersNotASingleRequest() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            till.stop();
            EventKey bad = till.sell("Bad");
            till.sell(1_990);
            cloud.content().refuse(event -> event.key().equals(bad));
            till.start(Till.CALM);
            Await.until("it needs a person", () -> till.outbox().counts().parked() == 1);
            till.awaitAllSent();
            assertEquals(1_990, cloud.content().ledger().size());
            List<Integer> batches = cloud.content().batches();
            int others = 1_990;
            int requests = 0;
            while (others > 0) {
                others -= batches.get(requests++);
            }
            assertTrue(requests <= 10, "10 requests carry 1,990 events without it, with it " + batches);
        }
    }

    @Test
    @Tag("A-406")
    void anEventThatAPersonSendsAgainArrives() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            cloud.content().refuse(event -> true);
            EventKey key = till.sell("Refused at first");
            Await.until("it needs a person", () -> till.outbox().counts().parked() == 1);
            till.stop();
            cloud.content().refuse(event -> false);
            till.sell(1);
            till.outbox().replay(key);
            till.start(Till.CALM);
            till.awaitAllSent();
            assertArrived(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    @Tag("A-408")
    void aBusyCloudIsLeftAloneForAsLongAsItAsks(int status) throws Exception {
        ErrorCode code = status == 429 ? ErrorCode.POS_SYNC_RATE_LIMITED : ErrorCode.POS_SYNC_STORAGE_FAILED;
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.awaitSuccess();
            cloud.fail("sync/push", Fault.refusal(status, code, 1));
            long start = System.nanoTime();
            till.sell(1);
            Await.until("it is told", () -> till.status().problem().isPresent());
            assertEquals(Line.ONLINE, till.status().line(), "the cloud has answered");
            till.awaitAllSent();
            assertTrue(System.nanoTime() - start >= Duration.ofSeconds(1).toNanos());
            assertArrived(1);
        }
    }

    /** Each cycle that takes other events counts one refusal; the third one parks. */
    private void assertParkedWhileOthersArrive(Till till, List<EventKey> bad, ErrorCode code) {
        Await.until("the others are there", () -> cloud.content().ledger().size() == 20);
        Await.until("the bad ones need a person", () -> {
            if (till.outbox().counts().waiting() <= bad.size()) {
                till.sell(1);
            }
            return till.outbox().counts().parked() == bad.size();
        });
        List<OutboxEntry> parked = till.parked();
        assertEquals(bad, parked.stream().map(entry -> entry.event().key()).toList());
        assertEquals(code.name(), parked.get(0).code().orElseThrow());
        till.awaitAllSent();
        assertTrue(bad.stream().noneMatch(cloud.content().ledger()::containsKey));
    }

    /** Everything is there exactly once, numbered from 1 without a gap. */
    private void assertArrived(int events) {
        List<Long> numbers = cloud.content().ledger().keySet().stream()
                .map(EventKey::localEventId)
                .sorted()
                .toList();
        assertEquals(LongStream.rangeClosed(1, events).boxed().toList(), numbers);
    }
}
