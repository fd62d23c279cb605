package outpost.cloud.internal.sync;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.access.TerminalKeys;
import outpost.cloud.internal.entity.Terminal;
import outpost.cloud.internal.store.Database;
import outpost.protocol.PushAnswer;

/** The two halves of {@link Pushes#push}, one by one: what needs no database, and what does. */
public final class PushParts {
    private final Database database;
    private final Clock clock;
    private final Caller.Lane caller;
    private final EventCheck check;

    public PushParts(Database database, Clock clock, Caller.Lane caller, String currency) {
        this.database = database;
        this.clock = clock;
        this.caller = caller;
        this.check = database.read(em -> new EventCheck(
                Map.of(
                        caller.terminal(),
                        TerminalKeys.of(
                                em,
                                em.find(
                                        Terminal.class,
                                        new Terminal.Key(
                                                caller.tenant().value(),
                                                caller.terminal().value())))),
                currency));
    }

    /** A batch whose events were read, checked and found good. */
    public final class Checked {
        private final Batch batch;
        private final List<CheckedEvent> events;

        private Checked(Batch batch, List<CheckedEvent> events) {
            this.batch = batch;
            this.events = events;
        }

        /** Stores it in one transaction. */
        public PushAnswer store() {
            return database.write(em -> new Intake(em, caller, clock.millis()).take(batch, events));
        }
    }

    /** Reads a batch and checks each event: hashes, signature, sums. */
    public Checked check(String key, byte[] body) {
        Batch batch = Batch.read(key, body);
        return new Checked(
                batch,
                batch.events().stream()
                        .map(delivered -> CheckedEvent.of(delivered, check))
                        .toList());
    }
}
