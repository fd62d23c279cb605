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
@Access(Access.Who.ADMINISTRATOR)
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
        return summary.of(ShopsResource.tenant(tenant));
    }

    @GET
    @Path("quarantine")
    public List<QuarantineList.View> quarantine(@QueryParam("tenant") @DefaultValue("main") String tenant) {
        return quarantine.latest(ShopsResource.tenant(tenant));
    }
}
