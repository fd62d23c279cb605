package outpost.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.sqlite.SQLiteDataSource;
import outpost.store.StoreException;

/** A till whose process is killed at any moment keeps all that it had reported as stored, and no half of anything. */
@Timeout(180)
class SuddenDeathTest {
    private static final int DEATHS = 4;

    @TempDir
    Path folder;

    @Test
    @Tag("A-104")
    void nothingReportedIsLostAndNothingIsHalf(TestReporter reporter) throws Exception {
        long seed = new Random().nextLong();
        reporter.publishEntry("seed", Long.toString(seed));
        Random random = new Random(seed);
        long reported = 0;
        for (int death = 0; death < DEATHS; death++) {
            reported = Math.max(reported, lastReportedBeforeDeath(20 + random.nextInt(150)));
            verify(reported);
        }
        assertTrue(reported > DEATHS * 20, "only " + reported + " batches were written");
    }

    @Test
    void aTillInAnotherProcessIsNamedByItsProcess() throws Exception {
        Process child = child();
        try (BufferedReader reports = child.inputReader(StandardCharsets.US_ASCII)) {
            reports.readLine();

            String message = assertThrows(StoreException.class, () -> new SqliteStore(folder))
                    .getMessage();

            assertTrue(message.contains("(process " + child.pid() + ")"), message);
        } finally {
            child.destroyForcibly().waitFor();
        }
        new SqliteStore(folder).close();
    }

    private long lastReportedBeforeDeath(int batches) throws IOException, InterruptedException, URISyntaxException {
        Process child = child();
        String last = "";
        try (BufferedReader reports = child.inputReader(StandardCharsets.US_ASCII)) {
            for (int i = 0; i < batches; i++) {
                last = reports.readLine();
                assertTrue(last != null, "the writer ended by itself");
            }
            // It goes on writing meanwhile, so the blow falls anywhere within a transaction.
            child.toHandle().destroyForcibly();
            for (String line = reports.readLine(); line != null; line = reports.readLine()) {
                last = line.endsWith(".") ? line : last;
            }
        }
        child.waitFor();
        return Long.parseLong(last.substring(0, last.length() - 1));
    }

    private void verify(long reported) {
        SqliteStore store = new SqliteStore(folder);
        try {
            List<Long> sizes = store.read(transaction -> transaction.query(
                    "SELECT count(*) AS size FROM written GROUP BY batch ORDER BY batch", row -> row.number("size")));
            long last = store.read(transaction -> transaction.number("SELECT max(batch) FROM written"));

            assertTrue(last == reported || last == reported + 1, "last is " + last + ", reported " + reported);
            assertEquals(last, sizes.size(), "a batch is missing");
            assertTrue(sizes.stream().allMatch(size -> size == EndlessWriter.ROWS_IN_BATCH), "a batch is half");
            assertEquals(
                    "ok",
                    store.read(transaction ->
                                    transaction.first("PRAGMA integrity_check", row -> row.text("integrity_check")))
                            .orElseThrow());
        } finally {
            store.close();
        }
    }

    private Process child() throws IOException, URISyntaxException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        EndlessWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The places from which this very process has the classes that the child needs. */
    private static String classPath() throws URISyntaxException {
        return Stream.of(
                        EndlessWriter.class,
                        SqliteStore.class,
                        SQLiteDataSource.class,
                        Logger.class,
                        Flyway.class,
                        BundleContext.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(url -> new File(url.getPath()).getPath())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
