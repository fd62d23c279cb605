package outpost.cloud.internal.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.store.Database;
import outpost.protocol.ErrorCode;
import outpost.protocol.Health;
import outpost.protocol.Limits;

/** Says that the cloud can be reached, and whether it can work; tills ask the first to find out whether they are online, and what time it is. */
@Path("/")
@Access(Access.Who.EVERYBODY)
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
    private final String cloudId;
    private final Database database;
    private final Clock clock;

    HealthResource(String cloudId, Database database, Clock clock) {
        this.cloudId = cloudId;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Path("health")
    public Health health() {
        return new Health("ok", cloudId, clock.millis(), Gate.OLDEST_PROTOCOL, Limits.PROTOCOL_VERSION);
    }

    /** That this node can serve. */
    public record Readiness(String status) {}

    /** For load balancers: a node whose database is away is alive and cannot serve; one that ends does not listen any more. */
    @GET
    @Path("ready")
    public Readiness ready() {
        if (!database.isReachable()) {
            throw new RefusedException(503, ErrorCode.POS_SYNC_STORAGE_FAILED, "The database cannot be reached");
        }
        return new Readiness("ready");
    }
}
