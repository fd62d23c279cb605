package outpost.cloud.internal.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import outpost.cloud.internal.admin.QuarantineList;
import outpost.cloud.internal.admin.SalesSummary;

/** What has arrived from the tills, and what was refused, for administrators. */
@Path("admin")
@Access(Access.Who.TENANT_ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public final class SalesResource {
    private final SalesSummary summary;
    private final QuarantineList quarantine;

    SalesResource(SalesSummary summary, QuarantineList quarantine) {
        this.summary = summary;
        this.quarantine = quarantine;
    }

    @GET
    @Path("sales/summary")
    public SalesSummary.Summary summary(@QueryParam("tenant") @DefaultValue("main") String tenant) {
        return summary.of(Scope.tenant(tenant));
    }

    @GET
    @Path("quarantine")
    @Access(Access.Who.BRANCH_MANAGER)
    public List<QuarantineList.View> quarantine(
            @QueryParam("tenant") @DefaultValue("main") String tenant, @QueryParam("branch") String branch) {
        return quarantine.latest(Scope.tenant(tenant), Scope.branch(branch));
    }
}
