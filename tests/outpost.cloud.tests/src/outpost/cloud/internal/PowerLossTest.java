package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.cloud.internal.Settings.DatabaseSettings;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.store.StorageException;
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
            TestTill another = new TestTill(cloud, cloud.newCode(tenant));
            AtomicBoolean roomAgain = new AtomicBoolean();
            ExecutorService lanes = Executors.newFixedThreadPool(tills.size());
            ExecutorService others = Executors.newCachedThreadPool();
            try {
                List<Future<Long>> accepted = tills.stream()
                        .map(till -> lanes.submit(() -> sellUntil(till, roomAgain)))
                        .toList();
                PowerCutDisk.full(true);
                List<Event> tried = sellUntilRefused(another, others);
                assertTrue(cloud.summary(tenant).has("sales"), "what is stored can be read");
                PowerCutDisk.full(false);
                roomAgain.set(true);
                long sold = 0;
                for (Future<Long> each : accepted) {
                    sold += each.get();
                }
                for (Event sale : tried) {
                    sold += accepted(another, sale);
                }
                assertEquals(sold, cloud.summary(tenant).get("sales").asLong());
                try (TestCloud restarted = afterPowerCut()) {
                    assertEquals(sold, restarted.summary(tenant).get("sales").asLong());
                }
            } finally {
                lanes.shutdownNow();
                others.shutdownNow();
            }
        }
    }

    /** Sends sales until one is refused for the disk's sake; those before may wait for room, as what was being written when the disk became full. */
    private static List<Event> sellUntilRefused(TestTill till, ExecutorService hands) throws Exception {
        List<Event> tried = new ArrayList<>();
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); ; ) {
            assertTrue(System.nanoTime() < end, "no push was refused");
            Event sale = till.sale(1);
            tried.add(sale);
            Future<Answer> answer = hands.submit(() -> till.tryPush(List.of(sale)));
            try {
                if (answer.get(1, TimeUnit.SECONDS).status() != 200) {
                    answer.get().refused(503, "POS_SYNC_STORAGE_FAILED");
                    return tried;
                }
            } catch (TimeoutException waiting) {
                // Its answer comes when there is room.
            }
        }
    }

    /** Sends sales until there is room again, and one more; each until it is accepted, as a till does. Answers how many they were. */
    private static long sellUntil(TestTill till, AtomicBoolean roomAgain) {
        long sold = 0;
        for (boolean last = false; !last; ) {
            last = roomAgain.get();
            sold += accepted(till, till.sale(1));
        }
        return sold;
    }

    /** Sends it until it is accepted; answers 1. */
    private static long accepted(TestTill till, Event sale) {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); ; LockSupport.parkNanos(PAUSE_NANOS)) {
            Answer answer = till.tryPush(List.of(sale));
            if (answer.status() == 200) {
                return 1;
            }
            assertTrue(System.nanoTime() < end, "refused for ever: " + answer.body());
        }
    }

    @Test
    void whoWaitsForRoomIsTurnedAwayWhenTheDatabaseIsClosed() throws Exception {
        ExecutorService hands = Executors.newCachedThreadPool();
        Database database = new Database(onThatDiskSettings());
        try {
            PowerCutDisk.full(true);
            Future<?> waiting = hands.submit(() -> insertTenant(database, "waiting"));
            assertThrows(TimeoutException.class, () -> waiting.get(1, TimeUnit.SECONDS));
            assertThrows(StorageException.class, () -> insertTenant(database, "refused"));
            assertTrue(database.isReachable(), "what is stored can be read");

            database.close();

            assertThrows(ExecutionException.class, () -> waiting.get(60, TimeUnit.SECONDS));
        } finally {
            hands.shutdownNow();
        }
    }

    private static void insertTenant(Database database, String id) {
        database.write(em -> em.createNativeQuery("INSERT INTO tenant (tenant_id, name, currency, change_sequence,"
                        + " catalog_rows, catalog_digest) VALUES ('" + id + "', 'Shop', 'GBP', 0, 0, 0)")
                .executeUpdate());
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
        return new TestCloud(before, onThatDiskSettings());
    }

    private DatabaseSettings onThatDiskSettings() {
        // H2 writes its trace beside its file systems: the scheme would become a folder's name.
        String url = "jdbc:h2:" + PowerCutDisk.SCHEME + ":" + before.resolve("cloud") + ";TRACE_LEVEL_FILE=0";
        return new DatabaseSettings(url, "cloud", "");
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
