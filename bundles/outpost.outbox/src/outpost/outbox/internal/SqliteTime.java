package outpost.outbox.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.outbox.BranchTime;
import outpost.outbox.Terminal;
import outpost.store.Store;
import outpost.store.Transaction;
import outpost.values.HlcStamp;
import outpost.values.HybridClock;

/**
 * Corrected time runs on from the last measurement by the counter that nobody can turn; the machine's clock is asked only at the start. The offset lies in the
 * table {@code sync_metadata}.
 */
@Component(service = BranchTime.class, immediate = true)
public final class SqliteTime implements BranchTime {
    private static final String OFFSET = "clock_offset_millis";
    private static final String SOURCE = "clock_offset_source";

    private final Store store;
    private final Clock wall;
    private final LongSupplier nanoTime;
    private final HybridClock stamps;
    private volatile Measured measured;

    /** @param terminal only so that the tables are there */
    @Activate
    public SqliteTime(@Reference Store store, @Reference Terminal terminal) {
        this(store, Clock.systemUTC(), System::nanoTime);
    }

    SqliteTime(Store store, Clock wall, LongSupplier nanoTime) {
        this.store = store;
        this.wall = wall;
        this.nanoTime = nanoTime;
        Optional<Duration> offset = store.read(transaction -> get(transaction, OFFSET))
                .map(text -> Duration.ofMillis(Long.parseLong(text)));
        measured = anchored(
                offset, store.read(transaction -> get(transaction, SOURCE)).map(Source::valueOf));
        stamps = new HybridClock(new Corrected(), store.read(transaction -> OutboxRows.lastStamp(transaction, true)));
        stamps.receive(store.read(transaction -> OutboxRows.lastStamp(transaction, false)));
    }

    @Override
    public Instant now() {
        Measured last = measured;
        return last.at().plusNanos(nanoTime.getAsLong() - last.nanos());
    }

    @Override
    public HlcStamp next() {
        return stamps.next();
    }

    @Override
    public boolean receive(HlcStamp stamp) {
        return stamps.receive(stamp);
    }

    @Override
    public Optional<Duration> offset() {
        return measured.offset();
    }

    @Override
    public void measured(Duration offset, Source source) {
        if (source == Source.LANE && measured.source().equals(Optional.of(Source.CLOUD))) {
            return;
        }
        measured = anchored(Optional.of(offset), Optional.of(source));
        store.write(transaction -> {
            put(transaction, OFFSET, Long.toString(offset.toMillis()));
            put(transaction, SOURCE, source.name());
            return source;
        });
    }

    private Measured anchored(Optional<Duration> offset, Optional<Source> source) {
        return new Measured(offset, source, wall.instant().plus(offset.orElse(Duration.ZERO)), nanoTime.getAsLong());
    }

    private static Optional<String> get(Transaction transaction, String name) {
        return transaction.first(
                "SELECT value FROM sync_metadata WHERE name = ?",
                row -> new String(row.bytes("value"), StandardCharsets.UTF_8),
                name);
    }

    private static void put(Transaction transaction, String name, String value) {
        transaction.update(
                "INSERT INTO sync_metadata (name, value) VALUES (?, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name,
                value.getBytes(StandardCharsets.UTF_8));
    }

    /** @param at corrected time when the counter stood at {@code nanos} */
    private record Measured(Optional<Duration> offset, Optional<Source> source, Instant at, long nanos) {}

    /** Corrected time as a clock. */
    private final class Corrected extends Clock {
        @Override
        public Instant instant() {
            return now();
        }

        @Override
        public ZoneId getZone() {
            return wall.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now(), zone);
        }
    }
}
