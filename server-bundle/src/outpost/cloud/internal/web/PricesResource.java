package outpost.cloud.internal.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.catalog.BranchPrices;
import outpost.protocol.BranchPriceBody;
import outpost.protocol.Entity;
import outpost.values.BranchId;

/** The prices that hold in one branch only. */
@Path("admin/prices")
@Access(Access.Who.BRANCH_MANAGER)
@Produces(MediaType.APPLICATION_JSON)
public final class PricesResource {
    private final BranchPrices prices;

    PricesResource(BranchPrices prices) {
        this.prices = prices;
    }

    @GET
    public BranchPrices.Page list(
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @QueryParam("branch") @DefaultValue("main") String branch,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        return prices.of(Scope.tenant(tenant), branch(branch), after, limit);
    }

    @PUT
    @Path("{product}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Entity put(
            @Context SecurityContext context,
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @QueryParam("branch") @DefaultValue("main") String branch,
            @PathParam("product") String product,
            BranchPriceBody price) {
        return prices.put(
                Scope.tenant(tenant),
                branch(branch),
                product,
                price,
                CallerContext.person(context).account());
    }

    @DELETE
    @Path("{product}")
    public Entity delete(
            @Context SecurityContext context,
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @QueryParam("branch") @DefaultValue("main") String branch,
            @PathParam("product") String product) {
        return prices.delete(
                Scope.tenant(tenant),
                branch(branch),
                product,
                CallerContext.person(context).account());
    }

    private static BranchId branch(String text) {
        return RefusedException.parse("branch", text, BranchId::new);
    }
}
