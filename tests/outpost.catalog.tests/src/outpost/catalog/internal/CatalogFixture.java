package outpost.catalog.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import outpost.catalog.Catalog;
import outpost.catalog.Product;
import outpost.fixtures.LiveTill;
import outpost.fixtures.Rows;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;
import outpost.protocol.Sink;

/** A till for all tests of a class, as a start takes longer than most of them: a snapshot replaces whatever an earlier test left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CatalogFixture {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    LiveTill till;
    private Path folder;
    private int emptyTills;

    @BeforeAll
    void start(@TempDir Path ofTheClass) {
        folder = ofTheClass;
        till = new LiveTill(folder);
    }

    @AfterAll
    void stop() {
        till.close();
    }

    /** Goes on with a till that has never seen a cloud. */
    void startEmpty() {
        till.close();
        till = new LiveTill(folder.resolve("empty-" + ++emptyTills));
    }

    Catalog catalog() {
        return till.catalog();
    }

    Sink sink() {
        return till.sink();
    }

    /** Takes these rows, the currency and the tax rate as the whole catalog. */
    void snapshot(long cursor, Entity... rows) {
        List<Entity> all = new ArrayList<>(Rows.basics("GBP"));
        all.addAll(List.of(rows));
        sink().restart();
        Rows.snapshot(sink(), cursor, all);
        awaitAllNames();
    }

    /** Until the thread that brings in what a snapshot left out is done. */
    void awaitAllNames() {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!catalog().findsAllNames()) {
            assertTrue(System.nanoTime() < deadline, "some names are still not in the index");
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }

    List<String> found(String text) {
        return catalog().search(text, 50).stream().map(Product::name).toList();
    }

    static CatalogState stateOf(long cursor, List<Entity> rows) {
        return CatalogState.of(
                cursor, rows.size(), rows.stream().mapToLong(Entity::digest).sum());
    }
}
