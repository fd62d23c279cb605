package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.Await;
import outpost.outbox.BranchEvents;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.Ed25519;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.SyncRun;
import outpost.protocol.TillReport;
import outpost.values.BranchId;
import outpost.values.EventKey;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** Copies of a till's file, backups of the cloud, and what a till tells of itself. */
class StandingTest {
    @TempDir
    Path folder;

    private final LoopbackCloud cloud = new LoopbackCloud();

    @AfterEach
    void stopCloud() {
        cloud.close();
    }

    @Test
    void aCloudThatWasSetUpFromABackupGetsAgainWhatItHadAcknowledged() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.sell(30);
            till.awaitAllSent();
            till.stop();
            cloud.content().restoreBackup(event -> event.localEventId() <= 10);
            till.start(Till.CALM);
            Await.until("all is there again", () -> cloud.content().ledger().size() == 30);
            till.awaitAllSent();
            Await.until("it is written down", () -> kinds(till).contains(SyncRun.Kind.RESEND));
            assertEquals(20, till.worker().counters().resentEvents());
        }
    }

    @Test
    void aFileOfWhichTheCloudKnowsMoreCountsAnewAndLosesNothing() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.sell(5);
            till.awaitAllSent();
            till.stop();
            PosId before = till.posId();
            cloud.content().has(ofAnotherCopy(before, 6));
            cloud.content().has(ofAnotherCopy(before, 7));
            till.sell(1);
            till.start(Till.CALM);
            till.awaitAllSent();
            Await.until("it is written down", () -> kinds(till).contains(SyncRun.Kind.RENEWAL));
            assertNotEquals(before, till.posId());
            assertArrivedOnce(till, 6);
            assertEquals(1, till.worker().counters().renewals());
        }
    }

    @Test
    @Tag("A-418")
    void whatOnlyTheCloudHasComesBack() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.sell(3);
            till.awaitAllSent();
            till.stop();
            PosId before = till.posId();
            List<Event> lost = LongStream.rangeClosed(4, 9)
                    .mapToObj(number -> ofAnotherCopy(before, number))
                    .toList();
            lost.forEach(cloud.content()::has);
            till.sell(1);
            till.start(Till.CALM);
            till.awaitAllSent();

            BranchEvents branch = till.branch();
            Await.until("the till has what the cloud has", () -> payloads(branch, before, till.posId())
                    .containsAll(lost.stream().map(Event::payload).toList()));
            till.awaitAllSent();
            assertEquals(9, branch.events(before, 0, 100, Long.MAX_VALUE).size());
        }
    }

    private static Set<String> payloads(BranchEvents branch, PosId... files) {
        return Stream.of(files)
                .flatMap(file -> branch.events(file, 0, 100, Long.MAX_VALUE).stream())
                .map(Event::payload)
                .collect(Collectors.toSet());
    }

    @Test
    void aCopyThatIsFoundOutWhileSendingCountsAnewToo() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.CALM)) {
            till.sell(5);
            till.awaitAllSent();
            PosId before = till.posId();
            cloud.content().has(ofAnotherCopy(before, 6));
            cloud.content().has(ofAnotherCopy(before, 7));
            till.sell(4);
            till.awaitAllSent();
            assertNotEquals(before, till.posId());
            assertArrivedOnce(till, 9);
            assertEquals(2, till.outbox().entries(List.of(State.SUPERSEDED), 10).size());
        }
    }

    @Test
    void theTillReportsItselfAndKnowsThatItsClockIsOff() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.EAGER)) {
            till.sell(3);
            Await.until(
                    "a report of what was sent",
                    () -> cloud.content()
                                    .report()
                                    .filter(report -> report.counters().syncedEvents() == 3)
                                    .isPresent()
                            || nudged(till));
            TillReport report = cloud.content().report().orElseThrow();
            assertEquals(till.posId(), report.posId());
            assertEquals("1.0.0", report.version());
            assertTrue(report.diskFreeBytes() > 0);
            assertTrue(report.clockOffsetMillis().orElseThrow()
                    > Duration.ofDays(365).toMillis());
            assertTrue(till.status().clockOff().orElseThrow().compareTo(Duration.ofMinutes(2)) > 0);
            Event sold = till.outbox()
                    .entries(List.of(State.ACKNOWLEDGED, State.PENDING), 10)
                    .get(0)
                    .event();
            assertTrue(sold.occurredAt().startsWith("20"), "what stands on a receipt is the machine's own time");
        }
    }

    @Test
    void whatWentWellAndWrongIsKnownAfterARestart() throws Exception {
        try (Till till = Till.running(folder, cloud, Till.EAGER)) {
            till.sell(2);
            till.awaitAllSent();
            till.awaitSuccess();
            cloud.stop();
            Await.until("the break is written down", () -> till.worker().latest(1).stream()
                    .anyMatch(run -> run.code().isPresent()));
            till.restart();
            till.start(Till.EAGER);

            assertTrue(till.status().lastSuccess().isPresent());
            assertEquals("NO_ANSWER", till.worker().latest(1).get(0).code().orElseThrow());
            assertEquals(2, till.worker().counters().syncedEvents());
            assertEquals(2, till.worker().counters().queuedEvents());
            assertEquals(1, till.worker().counters().snapshotRuns());
            long entries = till.worker().latest(1_000).size();
            assertTrue(entries < 12, "what lasts is written down once, not " + entries + " times");
            StringWriter lines = new StringWriter();
            till.worker().export(lines);
            assertTrue(lines.toString().lines().count() >= entries, "the worker may have written on meanwhile");
            assertEquals(
                    "cycle",
                    Json.mapper()
                            .readTree(lines.toString().lines().findFirst().orElseThrow())
                            .get("kind")
                            .asText());
        }
    }

    /** A report goes out twice a minute, or when something changed; parking an event is such a thing. */
    private boolean nudged(Till till) {
        cloud.content().refuse(event -> event.payload().contains("Bad"));
        if (till.outbox().counts().waiting() == 0 && till.outbox().counts().parked() == 0) {
            till.sell("Bad");
        }
        return false;
    }

    private void assertArrivedOnce(Till till, int sold) {
        List<String> payloads = cloud.content().ledger().values().stream()
                .map(Event::payload)
                .filter(payload -> !payload.contains("copy"))
                .toList();
        assertEquals(sold, payloads.size());
        assertEquals(sold, Set.copyOf(payloads).size());
        assertEquals(0, till.outbox().counts().parked());
    }

    private static Set<SyncRun.Kind> kinds(Till till) {
        return till.worker().latest(100).stream().map(SyncRun::kind).collect(Collectors.toSet());
    }

    private static Event ofAnotherCopy(PosId posId, long number) {
        return Event.signed(
                new EventKey(new TerminalId("t1"), posId, number),
                EventType.SALE,
                new BranchId("b1"),
                ZonedDateTime.parse("2026-01-31T10:15:30+01:00[Europe/Berlin]"),
                new HlcStamp(number, 0),
                "{\"copy\":" + number + "}",
                Event.NO_HASH,
                Ed25519.newKeyPair().getPrivate());
    }
}
