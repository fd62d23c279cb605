package outpost.cloud.internal.sync;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.entity.QuarantinedEvent;
import outpost.cloud.internal.store.Database;
import outpost.protocol.EventAnswer;
import outpost.protocol.Json;
import outpost.protocol.Sha256;
import outpost.values.BranchId;
import outpost.values.TenantId;
import outpost.values.TerminalId;

/** Judges refused events anew, as if the till had sent them again: what made the cloud refuse them may have been mended meanwhile. */
public final class Replays {
    private final Database database;
    private final Pushes pushes;

    public Replays(Database database, Pushes pushes) {
        this.database = database;
        this.pushes = pushes;
    }

    /**
     * Takes the event in by the rules of every push; it stays in quarantine if it is refused again, and is settled otherwise.
     *
     * @param branch only an event that came from this one; absent for all
     * @throws RefusedException if no such event is in quarantine
     */
    public EventAnswer replay(TenantId tenant, Optional<BranchId> branch, String quarantineId) {
        QuarantinedEvent refused = database.read(em -> Optional.ofNullable(
                        em.find(QuarantinedEvent.class, new QuarantinedEvent.Key(tenant.value(), quarantineId))))
                .filter(event -> branch.isEmpty() || branch.get().value().equals(event.branchId()))
                .orElseThrow(() -> RefusedException.notFound("Nothing is in quarantine as '" + quarantineId + "'"));
        Caller.Lane sender =
                new Caller.Lane(tenant, new BranchId(refused.branchId()), new TerminalId(refused.deliveredBy()));
        String hash = Json.read(refused.event(), JsonNode.class).path("hash").asText("");
        String batch = "{\"events\":[" + refused.event() + "]}";
        return pushes.push(sender, Sha256.hex(hash), batch.getBytes(StandardCharsets.UTF_8))
                .results()
                .get(0);
    }
}
