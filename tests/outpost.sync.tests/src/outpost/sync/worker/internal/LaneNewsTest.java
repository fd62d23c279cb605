package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.protocol.ErrorCode;
import outpost.protocol.LaneDirectory;
import outpost.protocol.LanesAnswer;

class LaneNewsTest {
    private static final String CALL = "sync/lanes";

    @TempDir
    Path folder;

    private final LoopbackCloud cloud = new LoopbackCloud();
    private final Directory directory = new Directory();
    private Till till;

    @BeforeEach
    void start() {
        till = Till.running(folder, cloud, Till.CALM);
        till.awaitSuccess();
    }

    @AfterEach
    void stop() throws InterruptedException {
        till.close();
        cloud.close();
    }

    @Test
    void whereThisTillIsReachedIsToldOnceAndAgainWhenItChanges() {
        till.syncWell();
        assertEquals(0, cloud.requestsOf(CALL), "nobody asks");

        till.worker().setLanes(directory);
        till.syncWell();
        till.syncWell();
        assertEquals(1, cloud.requestsOf(CALL));
        assertEquals(List.of(new LanesAnswer(CloudContent.NOW_MILLIS, List.of())), directory.heard());

        directory.move("10.0.0.5:8470");
        till.syncWell();
        assertEquals(2, cloud.requestsOf(CALL));
        assertEquals(List.of("10.0.0.5:8470"), cloud.content().addresses());

        till.worker().unsetLanes(directory);
        directory.move("10.0.0.6:8470");
        till.syncWell();
        assertEquals(2, cloud.requestsOf(CALL));
    }

    @Test
    void aCloudThatKnowsNothingOfLanesIsNoTrouble() {
        cloud.fail(CALL, Fault.refusal(404, ErrorCode.POS_SYNC_NOT_FOUND));
        till.worker().setLanes(directory);

        till.syncWell();
        till.syncWell();

        assertEquals(List.of(), directory.heard());
        assertEquals(1, cloud.requestsOf(CALL), "it is not asked at each cycle");
    }

    @Test
    void aTillWithNothingToSellTakesTheCatalogBeforeItLooksForItsNeighbours() throws Exception {
        try (LoopbackCloud other = new LoopbackCloud();
                Till empty = new Till(folder.resolve("empty"))) {
            SyncWorker worker = empty.start(Till.CALM);
            worker.setLanes(directory);
            worker.enrol(Till.link(other));
            empty.awaitSuccess();

            assertEquals(
                    List.of("sync/snapshot", CALL),
                    other.requests().stream()
                            .filter(Set.of("sync/snapshot", CALL)::contains)
                            .toList());
        }
    }

    private static final class Directory implements LaneDirectory {
        private final List<LanesAnswer> heard = new ArrayList<>();
        private List<String> addresses = List.of();

        synchronized void move(String address) {
            addresses = List.of(address);
        }

        synchronized List<LanesAnswer> heard() {
            return List.copyOf(heard);
        }

        @Override
        public synchronized List<String> addresses() {
            return addresses;
        }

        @Override
        public synchronized void update(LanesAnswer answer) {
            heard.add(answer);
        }
    }
}
