package outpost.cloud.internal.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import outpost.protocol.Health;
import outpost.protocol.Limits;

/** Says that the cloud can be reached; tills ask this to find out whether they are online, and what time it is. */
@Path("health")
@Access(Access.Who.EVERYBODY)
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
    private final String cloudId;
    private final Clock clock;

    HealthResource(String cloudId, Clock clock) {
        this.cloudId = cloudId;
        this.clock = clock;
    }

    @GET
    public Health health() {
        return new Health("ok", cloudId, clock.millis(), Gate.OLDEST_PROTOCOL, Limits.PROTOCOL_VERSION);
    }
}
