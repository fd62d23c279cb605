package outpost.cloud.internal.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import outpost.cloud.internal.watch.Webhooks;

/** Where a tenant's alarms are sent to, for operators: an address may be one that only the cloud reaches. */
@Path("admin/webhooks")
@Access(Access.Who.OPERATOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class WebhooksResource {
    private final Webhooks webhooks;

    WebhooksResource(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GET
    public List<Webhooks.View> all(@QueryParam("tenant") @DefaultValue("main") String tenant) {
        return webhooks.of(Scope.tenant(tenant));
    }

    @POST
    public Webhooks.Made make(@QueryParam("tenant") @DefaultValue("main") String tenant, Webhooks.Wanted wanted) {
        return webhooks.make(Scope.tenant(tenant), wanted);
    }

    @DELETE
    @Path("{webhook}")
    public void remove(
            @QueryParam("tenant") @DefaultValue("main") String tenant, @PathParam("webhook") String webhook) {
        webhooks.remove(Scope.tenant(tenant), webhook);
    }
}
