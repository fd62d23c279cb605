package outpost.cloud.internal.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.catalog.ProductConflicts;
import outpost.protocol.ConflictDecision;
import outpost.protocol.Entity;
import outpost.protocol.ProductConflict;

/** The conflicts about products in which the caller's branch takes part. */
@Path("sync/conflicts")
@Access(Access.Who.TERMINAL)
@Produces(MediaType.APPLICATION_JSON)
public final class ConflictsResource {
    private final ProductConflicts conflicts;

    ConflictsResource(ProductConflicts conflicts) {
        this.conflicts = conflicts;
    }

    @GET
    public List<ProductConflict> open(@Context SecurityContext context) {
        Caller.Lane caller = CallerContext.lane(context);
        return conflicts.open(caller.tenant(), Optional.of(caller.branch()));
    }

    @POST
    @Path("{id}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    public Entity decide(@Context SecurityContext context, @PathParam("id") String id, ConflictDecision decision) {
        Caller.Lane caller = CallerContext.lane(context);
        return conflicts.decide(caller.tenant(), Optional.of(caller.branch()), id, decision);
    }
}
