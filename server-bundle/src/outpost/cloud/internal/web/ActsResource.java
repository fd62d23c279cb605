package outpost.cloud.internal.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.access.Acts;

/** What administrators did. */
@Path("admin/acts")
@Access(Access.Who.TENANT_ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public final class ActsResource {
    private final Acts acts;

    ActsResource(Acts acts) {
        this.acts = acts;
    }

    @GET
    public List<Acts.View> ofTenant(
            @QueryParam("tenant") @DefaultValue("main") String tenant, @QueryParam("before") String before) {
        return acts.latest(Optional.of(Scope.tenant(tenant)), Optional.ofNullable(before));
    }

    /** Of no single tenant: what operators did to the cloud as a whole. */
    @GET
    @Path("cloud")
    @Access(Access.Who.OPERATOR)
    public List<Acts.View> ofCloud(@QueryParam("before") String before) {
        return acts.latest(Optional.empty(), Optional.ofNullable(before));
    }
}
