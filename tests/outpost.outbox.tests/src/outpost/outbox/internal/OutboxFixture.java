package outpost.outbox.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.outbox.Outbox;
import outpost.outbox.OutboxEntry;
import outpost.outbox.OutboxEntry.State;
import outpost.protocol.ErrorCode;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventType;
import outpost.store.Store;
import outpost.values.EventKey;

/** A till whose outbox is written to and answered. */
abstract class OutboxFixture {
    static final long PLENTY = 1L << 30;
    static final List<State> ALL = List.of(State.values());

    @TempDir
    Path folder;

    LiveTill till;

    @BeforeEach
    void start() {
        till = new LiveTill(folder);
        till.enrol("GBP");
    }

    @AfterEach
    void stop() {
        till.close();
    }

    Outbox outbox(Store store, Clock clock) {
        SqliteTime time = new SqliteTime(store, clock, System::nanoTime);
        return new SqliteOutbox(store, till.terminal(), time, new EventLog(store), clock);
    }

    EventKey append(EventType type, String payload) {
        return till.store().write(transaction -> till.outbox().append(transaction, type, payload));
    }

    List<OutboxEntry> entries() {
        return till.outbox().entries(ALL, 1_000);
    }

    static EventAnswer refused(int index) {
        return EventAnswer.rejected(index, ErrorCode.POS_SYNC_EVENT_INVALID, "totals do not add up");
    }
}
