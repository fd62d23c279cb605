package outpost.sync.worker.internal;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import outpost.outbox.Outbox;
import outpost.protocol.Json;
import outpost.protocol.SyncCounters;
import outpost.protocol.SyncLog;
import outpost.protocol.SyncRun;
import outpost.store.Store;
import outpost.store.Transaction;
import outpost.sync.worker.internal.Tally.Count;

/** The worker's journal and counters in the tables {@code sync_log} and {@code sync_counters}. */
final class LogBook implements SyncLog {
    private static final int MOST_ENTRIES = 5_000;
    private static final int MOST_LATEST = 1_000;
    private static final String LAST_SUCCESS = "last_success_millis";
    private static final String AVERAGE = "average_millis";
    /** Out of so many cycles the average is made, the last ones counting most. */
    private static final int AVERAGED = 16;

    private final Store store;
    private final Outbox outbox;

    LogBook(Store store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
        store.migrate("sync", LogBook.class);
    }

    @Override
    public List<SyncRun> latest(int limit) {
        if (limit < 1 || limit > MOST_LATEST) {
            throw new IllegalArgumentException("limit is " + limit + ", must be 1 to " + MOST_LATEST);
        }
        return store.read(transaction ->
                transaction.query("SELECT * FROM sync_log ORDER BY number DESC LIMIT ?", LogBook::run, limit));
    }

    @Override
    public SyncCounters counters() {
        Map<String, Long> values = store.read(LogBook::values);
        return new SyncCounters(
                outbox.backlog().written(),
                values.getOrDefault(name(Count.SYNCED_EVENTS), 0L),
                values.getOrDefault(name(Count.RECONCILE_RUNS), 0L),
                values.getOrDefault(name(Count.DELTA_SYNC_RUNS), 0L),
                values.getOrDefault(name(Count.SNAPSHOT_RUNS), 0L),
                values.getOrDefault(name(Count.REFUSED_EVENTS), 0L),
                values.getOrDefault(name(Count.RESENT_EVENTS), 0L),
                Math.max(0, outbox.posIds().size() - 1));
    }

    @Override
    public void export(Writer target) throws IOException {
        long after = 0;
        List<SyncRun> page;
        do {
            long from = after;
            page = store.read(transaction -> transaction.query(
                    "SELECT * FROM sync_log WHERE number > ? ORDER BY number LIMIT ?",
                    LogBook::run,
                    from,
                    MOST_LATEST));
            for (SyncRun run : page) {
                target.write(line(run));
                target.write('\n');
                after = run.number();
            }
        } while (!page.isEmpty());
    }

    /** Of cycles, by outcome. */
    long cycles(boolean good) {
        return value(name(good ? Count.CYCLES : Count.FAILED_CYCLES)).orElse(0L);
    }

    long averageMillis() {
        return value(AVERAGE).orElse(0L);
    }

    Optional<Instant> lastSuccess() {
        return value(LAST_SUCCESS).map(Instant::ofEpochMilli);
    }

    /**
     * Closes a cycle.
     *
     * @param entries what there is to tell of it; their numbers are given here
     */
    void cycleEnded(Map<Count, Long> tally, long durationMillis, Optional<Instant> success, List<SyncRun> entries) {
        store.write(transaction -> {
            tally.forEach((count, number) -> put(transaction, name(count), number, "value + excluded.value"));
            put(transaction, AVERAGE, durationMillis, "value + (excluded.value - value) / " + AVERAGED);
            success.ifPresent(at -> put(transaction, LAST_SUCCESS, at.toEpochMilli(), "excluded.value"));
            entries.forEach(entry -> insert(transaction, entry));
            transaction.update(
                    "DELETE FROM sync_log WHERE number <= (SELECT max(number) FROM sync_log) - ?", MOST_ENTRIES);
            return entries.size();
        });
    }

    private Optional<Long> value(String name) {
        return store.read(transaction -> Optional.ofNullable(values(transaction).get(name)));
    }

    private static Map<String, Long> values(Transaction transaction) {
        return transaction
                .query("SELECT * FROM sync_counters", row -> Map.entry(row.text("name"), row.number("value")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void put(Transaction transaction, String name, long value, String whereKnown) {
        transaction.update(
                "INSERT INTO sync_counters (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = "
                        + whereKnown,
                name,
                value);
    }

    private static void insert(Transaction transaction, SyncRun run) {
        transaction.update(
                "INSERT INTO sync_log (kind, at, duration_millis, sent, received, attempt, code, problem)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                run.kind().name().toLowerCase(Locale.ROOT),
                run.at().toEpochMilli(),
                run.durationMillis(),
                run.sent(),
                run.received(),
                run.attempt(),
                run.code(),
                run.problem());
    }

    private static SyncRun run(Transaction.Row row) {
        return new SyncRun(
                row.number("number"),
                SyncRun.Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(row.number("at")),
                row.number("duration_millis"),
                row.number("sent"),
                row.number("received"),
                (int) row.number("attempt"),
                row.optionalText("code"),
                row.optionalText("problem"));
    }

    private static String line(SyncRun run) {
        return Json.mapper()
                .createObjectNode()
                .put("number", run.number())
                .put("kind", run.kind().name().toLowerCase(Locale.ROOT))
                .put("at", run.at().toString())
                .put("durationMillis", run.durationMillis())
                .put("sent", run.sent())
                .put("received", run.received())
                .put("attempt", run.attempt())
                .put("code", run.code().orElse(null))
                .put("problem", run.problem().orElse(null))
                .toString();
    }

    private static String name(Count count) {
        return count.name().toLowerCase(Locale.ROOT);
    }
}
