package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.fixtures.Await;
import outpost.outbox.Outbox;
import outpost.protocol.ErrorCode;
import outpost.values.EventKey;

/** Whatever the line does, in whatever order: at the end every event is at the cloud exactly once, and the catalog is proven equal. */
class RandomFaultsTest {
    private static final List<String> PATHS =
            List.of("health", "auth/token", "sync/push", "sync/push", "sync/snapshot", "sync/pull");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    @Tag("A-401")
    void everythingArrivesExactlyOnce(long seed) throws Exception {
        Random random = new Random(seed);
        try (LoopbackCloud cloud = new LoopbackCloud();
                Till till = new Till(folder, seed)) {
            for (int i = 0; i < 3_000; i++) {
                cloud.content().catalog().product("P" + i, "Product " + i, i);
            }
            till.start(Till.EAGER).enrol(Till.link(cloud));
            for (int step = 0; step < 60; step++) {
                disturb(random, cloud, till);
            }
            till.awaitAllSent();
            Await.until(
                    "proven, seed " + seed,
                    () -> till.catalog()
                                    .state()
                                    .equals(cloud.content().catalog().state())
                            && till.status().problem().isEmpty());
            List<Long> numbers = cloud.content().ledger().keySet().stream()
                    .map(EventKey::localEventId)
                    .sorted()
                    .toList();
            Outbox outbox = till.outbox();
            assertEquals(
                    LongStream.rangeClosed(1, outbox.counts().acknowledged())
                            .boxed()
                            .toList(),
                    numbers,
                    "seed " + seed);
            assertEquals(0, outbox.counts().parked(), "seed " + seed);
            assertTrue(!numbers.isEmpty(), "seed " + seed + " rang nothing");
        }
    }

    private static void disturb(Random random, LoopbackCloud cloud, Till till) throws Exception {
        switch (random.nextInt(8)) {
            case 0, 1 -> till.sell(random.nextInt(30));
            case 2 -> cloud.content().catalog().product("P" + random.nextInt(4_000), "Changed " + random.nextInt(), 1);
            case 3 -> cloud.content().catalog().delete("P" + random.nextInt(3_000));
            case 4 -> {
                cloud.stop();
                cloud.start();
            }
            case 5 -> {
                till.restart();
                till.start(Till.EAGER);
            }
            default -> cloud.fail(PATHS.get(random.nextInt(PATHS.size())), fault(random));
        }
    }

    private static Fault fault(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Fault.cutBefore();
            case 1 -> Fault.cutAfter();
            case 2 -> Fault.refusal(503, ErrorCode.POS_SYNC_STORAGE_FAILED);
            case 3 -> Fault.refusal(500, ErrorCode.POS_SYNC_INTERNAL);
            case 4 -> Fault.refusal(401, ErrorCode.POS_SYNC_UNAUTHORIZED);
            default -> Fault.cutWithin(random.nextInt(1_000));
        };
    }
}
