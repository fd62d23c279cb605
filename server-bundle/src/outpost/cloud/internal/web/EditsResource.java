package outpost.cloud.internal.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.catalog.AuditList;
import outpost.cloud.internal.catalog.ProductConflicts;
import outpost.protocol.ConflictDecision;
import outpost.protocol.Entity;
import outpost.protocol.ProductConflict;

/** What branches changed in a tenant's products, and what contradicts itself, for administrators. */
@Path("admin")
@Access(Access.Who.TENANT_ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public final class EditsResource {
    private final ProductConflicts conflicts;
    private final AuditList audit;

    EditsResource(ProductConflicts conflicts, AuditList audit) {
        this.conflicts = conflicts;
        this.audit = audit;
    }

    @GET
    @Path("edits")
    public List<AuditList.View> edits(
            @QueryParam("tenant") @DefaultValue("main") String tenant, @QueryParam("product") String product) {
        return audit.latest(Scope.tenant(tenant), Optional.ofNullable(product));
    }

    @GET
    @Path("conflicts")
    @Access(Access.Who.BRANCH_MANAGER)
    public List<ProductConflict> conflicts(
            @QueryParam("tenant") @DefaultValue("main") String tenant, @QueryParam("branch") String branch) {
        return conflicts.open(Scope.tenant(tenant), Scope.branch(branch));
    }

    @POST
    @Path("conflicts/{id}/resolution")
    @Access(Access.Who.BRANCH_MANAGER)
    @Consumes(MediaType.APPLICATION_JSON)
    public Entity decide(
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @QueryParam("branch") String branch,
            @PathParam("id") String id,
            ConflictDecision decision) {
        return conflicts.decide(Scope.tenant(tenant), Scope.branch(branch), id, decision);
    }
}
