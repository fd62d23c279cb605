package outpost.cloud.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.sync.PushParts;
import outpost.cloud.internal.sync.Pushes;
import outpost.protocol.Event;
import outpost.protocol.Json;
import outpost.protocol.PushRequest;

/**
 * What the push path costs beside plain JDBC batches that write the same rows, batch by batch in turns, on a PostgreSQL of the machine's own packages with fsync. Prints
 * one line of JSON for each figure: name, value, unit, limit (the same by plain JDBC), ratio.
 */
final class PushBench {
    private static final int EVENTS = 50;
    private static final int LINES = 3;

    private PushBench() {}

    /** Arguments: how many batches count; a third as many go before them to warm up. */
    public static void main(String[] arguments) throws IOException, SQLException {
        int batches = arguments.length == 0 ? 400 : Integer.parseInt(arguments[0]);
        Path data = Files.createTempDirectory("outpost-push-bench");
        try (TestCloud cloud = TestDatabase.POSTGRESQL.cloud(data);
                Database database = new Database(cloud.database());
                Connection connection = bare(cloud)) {
            run(cloud, database, connection, batches);
        }
        // The server's folder goes away with the process; what is left of the cloud's is its token.
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void run(TestCloud cloud, Database database, Connection connection, int batches)
            throws SQLException {
        TestTill till = TestTill.inNewTenant(cloud);
        Caller.Lane lane = new Caller.Lane(
                till.identity().tenantId(),
                till.identity().branchId(),
                till.identity().terminalId());
        PushParts parts = new PushParts(database, cloud.clock(), lane, "GBP");
        BareRows bare = new BareRows(connection, till.tenant());
        Pushes pushes = new Pushes(database, cloud.clock());
        List<long[]> stores = new ArrayList<>();
        List<long[]> wholes = new ArrayList<>();
        int rows = 0;
        for (int lap = -batches / 3; lap < batches; lap++) {
            PushRequest batch = batch(cloud, till);
            byte[] body = Json.write(batch).getBytes(StandardCharsets.UTF_8);
            boolean whole = lap % 2 == 0;
            long begun = System.nanoTime();
            PushParts.Checked checked = parts.check(batch.idempotencyKey(), body);
            long read = System.nanoTime();
            if (whole) {
                pushes.push(lane, batch.idempotencyKey(), body);
            } else {
                checked.store();
            }
            long stored = System.nanoTime();
            long first = batch.events().get(0).localEventId();
            if (first == 1) {
                bare.copyStream();
            }
            BareRows.Written written =
                    bare.written(first, first + EVENTS - 1, cloud.clock().millis());
            long copied = System.nanoTime();
            bare.write(written);
            long again = System.nanoTime();
            rows = written.count();
            if (lap >= 0) {
                (whole ? wholes : stores).add(new long[] {read - begun, stored - read, again - copied});
            }
        }
        System.out.println("# " + batches + " batches of " + EVENTS + " sales with " + LINES + " lines, " + rows
                + " rows each, in one transaction each");
        figure("push-store", stores, lap -> lap[1], lap -> lap[2]);
        figure("push-whole", wholes, lap -> lap[1], lap -> lap[0] + lap[2]);
    }

    private static PushRequest batch(TestCloud cloud, TestTill till) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            cloud.clock().advance(Duration.ofMillis(1));
            events.add(till.journalled(Sales.of(UUID.randomUUID(), LINES, 1)));
        }
        return new PushRequest(events);
    }

    /** Picks one time out of a lap's three: reading and checking; storing, or both again by the push path itself; the same rows by plain JDBC. */
    @FunctionalInterface
    private interface Part {
        long of(long[] lap);
    }

    private static void figure(String name, List<long[]> laps, Part value, Part limit) {
        for (int percent : List.of(50, 90)) {
            long ours = percentile(laps, value, percent);
            long bare = percentile(laps, limit, percent);
            System.out.printf(
                    Locale.ROOT,
                    "{\"name\":\"%s/p%d\",\"value\":%d,\"unit\":\"us\",\"limit\":%d,\"ratio\":%d.%02d}%n",
                    name,
                    percent,
                    ours / 1_000,
                    bare / 1_000,
                    ours / bare,
                    ours * 100 / bare % 100);
        }
    }

    private static long percentile(List<long[]> laps, Part part, int percent) {
        long[] sorted = laps.stream().mapToLong(part::of).toArray();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) * percent / 100];
    }

    private static Connection bare(TestCloud cloud) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(cloud.database().url());
        source.setUser(cloud.database().user());
        source.setReWriteBatchedInserts(true);
        return source.getConnection();
    }
}
