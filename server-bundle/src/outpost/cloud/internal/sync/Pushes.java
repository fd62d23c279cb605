package outpost.cloud.internal.sync;

import java.security.PublicKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.access.TerminalKeys;
import outpost.cloud.internal.entity.Tenant;
import outpost.cloud.internal.entity.Terminal;
import outpost.cloud.internal.store.Database;
import outpost.protocol.Event;
import outpost.protocol.PushAnswer;
import outpost.values.TerminalId;

/** Takes batches of events: checks them without holding the database, then stores what is good in one transaction. */
public final class Pushes {
    private final Database database;
    private final Clock clock;

    public Pushes(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Stores a batch; when this returns, each accepted event is on disk.
     *
     * @param key the {@code Idempotency-Key} that came with it
     * @param body the batch, decompressed
     * @throws RefusedException if the body is no batch, or holds another branch's events; then nothing was stored
     * @throws outpost.cloud.internal.store.StorageException if the database fails; the same batch may be sent again
     */
    public PushAnswer push(Caller.Lane caller, String key, byte[] body) {
        Batch batch = Batch.read(key, body);
        EventCheck check = check(caller, batch);
        // A check is arithmetic alone, and the signatures are half of a push's work: all processors share it.
        List<CheckedEvent> events = batch.events().parallelStream()
                .map(delivered -> CheckedEvent.of(delivered, check))
                .toList();
        return database.write(em -> new Intake(em, caller, clock.millis()).take(batch, events));
    }

    private EventCheck check(Caller.Lane caller, Batch batch) {
        Set<TerminalId> senders = batch.events().stream()
                .flatMap(delivered -> delivered.event().stream())
                .map(event -> inReach(caller, event).terminalId())
                .collect(Collectors.toSet());
        return database.read(em -> {
            Map<TerminalId, List<PublicKey>> keys = new HashMap<>();
            for (TerminalId sender : senders) {
                Terminal terminal =
                        em.find(Terminal.class, new Terminal.Key(caller.tenant().value(), sender.value()));
                if (terminal == null
                        || !terminal.branchId().equals(caller.branch().value())) {
                    throw RefusedException.forbidden("Terminal " + sender + " is none of branch " + caller.branch());
                }
                keys.put(sender, TerminalKeys.of(em, terminal));
            }
            return new EventCheck(
                    keys, em.find(Tenant.class, caller.tenant().value()).currency());
        });
    }

    private static Event inReach(Caller.Lane caller, Event event) {
        if (!event.branchId().equals(caller.branch())) {
            throw RefusedException.forbidden(
                    "An event is of branch " + event.branchId() + ", the token of " + caller.branch());
        }
        return event;
    }
}
