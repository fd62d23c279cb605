package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.cloud.internal.Settings.DatabaseSettings;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.PullAnswer;
import outpost.protocol.PushAnswer;
import outpost.protocol.PushRequest;

/** What was answered is there after the power has failed: only what was forced to the disk is left to the cloud that starts next. */
class PowerLossTest {
    private static final String DATABASE = "cloud.mv.db";
    /** A till that is refused does not ask as often as it can either: it would be told that it calls too often. */
    private static final long PAUSE_NANOS = 100_000_000;

    private final PowerCutDisk disk = new PowerCutDisk();

    @TempDir
    private Path before;

    @TempDir
    private Path after;

    @BeforeEach
    void register() {
        FilePath.register(disk);
    }

    @AfterEach
    void unregister() {
        PowerCutDisk.full(false);
        FilePath.unregister(disk);
    }

    @Test
    @Tag("A-723")
    void aFullDiskLosesNothingThatWasAcceptedAndIsOvercomeWithoutAPerson() throws Exception {
        try (TestCloud cloud = onThatDisk()) {
            String tenant = cloud.newTenant();
            List<TestTill> tills = IntStream.range(0, 3)
                    .mapToObj(i -> new TestTill(cloud, cloud.newCode(tenant)))
                    .toList();
            ExecutorService lanes = Executors.newFixedThreadPool(tills.size());
            CountDownLatch refused = new CountDownLatch(tills.size());
            try {
                List<Future<Long>> accepted = tills.stream()
                        .map(till -> lanes.submit(() -> sellUntilADiskWasFull(till, refused)))
                        .toList();
                PowerCutDisk.full(true);
                assertTrue(refused.await(60, TimeUnit.SECONDS), "no push was refused");
                PowerCutDisk.full(false);
                long sold = 0;
                for (Future<Long> each : accepted) {
                    sold += each.get();
                }
                assertEquals(sold, cloud.summary(tenant).get("sales").asLong());
                try (TestCloud restarted = afterPowerCut()) {
                    assertEquals(sold, restarted.summary(tenant).get("sales").asLong());
                }
            } finally {
                lanes.shutdownNow();
            }
        }
    }

    /** Sends each sale until it is accepted, as a till does; ends some sales after the disk was full. */
    private static long sellUntilADiskWasFull(TestTill till, CountDownLatch refused) {
        boolean wasRefused = false;
        long accepted = 0;
        for (int after = 0; after < 3; ) {
            Event sale = till.sale(1);
            Answer answer = till.tryPush(List.of(sale));
            for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); answer.status() != 200; ) {
                assertTrue(System.nanoTime() < end, "refused for ever: " + answer.body());
                if (!wasRefused) {
                    answer.refused(503, "POS_SYNC_STORAGE_FAILED");
                    wasRefused = true;
                    refused.countDown();
                }
                LockSupport.parkNanos(PAUSE_NANOS);
                answer = till.tryPush(List.of(sale));
            }
            accepted++;
            after += wasRefused ? 1 : 0;
        }
        return accepted;
    }

    @Test
    @Tag("A-404")
    void acceptedEventsSurvive() throws IOException {
        try (TestCloud cloud = onThatDisk()) {
            TestTill till = TestTill.inNewTenant(cloud);
            List<Event> batch = List.of(till.sale(3), till.sale(1));
            PushAnswer answer = till.push(batch);
            JsonNode summary = cloud.summary(till.tenant());

            try (TestCloud restarted = afterPowerCut()) {
                assertEquals(2, summary.get("sales").asInt());
                assertEquals(summary, restarted.summary(till.tenant()));
                assertEquals(answer, pushedAgain(restarted, till, batch));
            }
        }
    }

    @Test
    void acceptedEventsOfManyPushesAtOnceSurvive() throws Exception {
        try (TestCloud cloud = onThatDisk()) {
            String tenant = cloud.newTenant();
            ExecutorService lanes = Executors.newFixedThreadPool(4);
            try {
                List<Callable<PushAnswer>> pushes = IntStream.range(0, 4)
                        .mapToObj(i -> new TestTill(cloud, cloud.newCode(tenant)))
                        .flatMap(till -> IntStream.range(0, 5)
                                .mapToObj(i -> till.sale(1))
                                .<Callable<PushAnswer>>map(event -> () -> till.push(event)))
                        .toList();
                for (Future<PushAnswer> push : lanes.invokeAll(pushes)) {
                    push.get();
                }
            } finally {
                lanes.shutdownNow();
            }
            try (TestCloud restarted = afterPowerCut()) {
                assertEquals(20, restarted.summary(tenant).get("sales").asInt());
            }
        }
    }

    @Test
    void enrolmentCatalogAndQuarantineSurvive() throws IOException {
        try (TestCloud cloud = onThatDisk()) {
            TestTill till = TestTill.inNewTenant(cloud);
            cloud.importFile("tenant=" + till.tenant(), "code\tname\nA\tApple\n".getBytes(StandardCharsets.UTF_8))
                    .ok();
            cloud.admin("DELETE", "catalog/product/A?tenant=" + till.tenant(), "")
                    .ok();
            till.push(till.next(EventType.SALE, "no json"));
            PullAnswer catalog = till.get("sync/pull?cursor=0").as(PullAnswer.class);

            try (TestCloud restarted = afterPowerCut()) {
                assertEquals(
                        catalog,
                        restarted.get("sync/pull?cursor=0", till.token()).as(PullAnswer.class));
                assertEquals(
                        1, restarted.summary(till.tenant()).get("quarantined").asInt());
            }
        }
    }

    @Test
    void whatWasNotForcedIsLostOnThatDisk() throws IOException {
        FilePath file = FilePath.get(PowerCutDisk.SCHEME + ":" + before.resolve("file"));
        Path left = before.resolve("file" + PowerCutDisk.FORCED);
        try (FileChannel channel = file.open("rw")) {
            channel.write(StandardCharsets.UTF_8.encode("one"));
            assertEquals("", Files.readString(left));
            channel.force(true);
            channel.write(StandardCharsets.UTF_8.encode("two"));
            assertEquals("one", Files.readString(left));
        }
        assertEquals("onetwo", Files.readString(before.resolve("file")));
    }

    private TestCloud onThatDisk() {
        // H2 writes its trace beside its file systems: the scheme would become a folder's name.
        String url = "jdbc:h2:" + PowerCutDisk.SCHEME + ":" + before.resolve("cloud") + ";TRACE_LEVEL_FILE=0";
        return new TestCloud(before, new DatabaseSettings(url, "cloud", ""));
    }

    /** A cloud on what is left; the one before is still running, but nothing of it reaches the disk any more. */
    private TestCloud afterPowerCut() throws IOException {
        Path left = before.resolve(DATABASE + PowerCutDisk.FORCED);
        assertTrue(Files.size(left) > 0);
        Files.copy(left, after.resolve(DATABASE));
        Files.copy(before.resolve("admin.token"), after.resolve("admin.token"));
        return new TestCloud(after);
    }

    private static PushAnswer pushedAgain(TestCloud cloud, TestTill till, List<Event> batch) {
        PushRequest request = new PushRequest(batch);
        return cloud.send(cloud.request("sync/push", till.token())
                        .header("Content-Type", "application/json")
                        .header(PushRequest.IDEMPOTENCY_KEY, request.idempotencyKey())
                        .POST(BodyPublishers.ofString(Json.write(request))))
                .as(PushAnswer.class);
    }
}
