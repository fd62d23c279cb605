package outpost.outbox.internal;

import java.security.SecureRandom;
import java.time.Clock;
import outpost.outbox.Outbox;
import outpost.outbox.Terminal;
import outpost.store.Store;
import outpost.store.Vault;

/** Makes the till's real outbox on clock and randomness of the simulation's. */
public final class OutboxParts {
    private OutboxParts() {}

    public static Terminal terminal(Store store, Vault vault, SecureRandom random) {
        return new SqliteTerminal(store, vault, random);
    }

    public static Outbox outbox(Store store, Terminal terminal, Clock clock) {
        return new SqliteOutbox(store, terminal, clock);
    }
}
