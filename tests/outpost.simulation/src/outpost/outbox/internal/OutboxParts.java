package outpost.outbox.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongSupplier;
import outpost.outbox.BranchEvents;
import outpost.outbox.BranchTime;
import outpost.outbox.EventReader;
import outpost.outbox.Outbox;
import outpost.outbox.Terminal;
import outpost.store.Store;
import outpost.store.Vault;

/** The till's real outbox on clock and randomness of the simulation's. */
public final class OutboxParts {
    private final Terminal terminal;
    private final EventLog log;
    private final BranchTime time;
    private final Outbox outbox;
    private final BranchEvents branch;

    public OutboxParts(Store store, Vault vault, SecureRandom random, Clock clock, LongSupplier nanoTime) {
        terminal = new SqliteTerminal(store, vault, new NoCopy(), random);
        log = new EventLog(store);
        time = new SqliteTime(store, clock, nanoTime);
        outbox = new SqliteOutbox(store, terminal, time, log, clock);
        branch = new SqliteBranchEvents(store, terminal, time, log);
    }

    public Terminal terminal() {
        return terminal;
    }

    public BranchTime time() {
        return time;
    }

    public Outbox outbox() {
        return outbox;
    }

    public BranchEvents branch() {
        return branch;
    }

    /** Lets a reader catch up, and read whatever comes from now on. */
    public void join(EventReader reader) {
        log.join(reader);
    }

    /** A simulated disk is whole or gone. */
    private static final class NoCopy implements IdentityCopy {
        @Override
        public Map<String, byte[]> read() {
            return Map.of();
        }

        @Override
        public void keep(Map<String, byte[]> values) {
            // It would be gone with the disk.
        }
    }
}
