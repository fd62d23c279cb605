package outpost.cloud.internal.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.admin.StockPicture;
import outpost.values.BranchId;

/** The branches' stock, for administrators: to read, as only a branch moves its goods. */
@Path("admin/stock")
@Access(Access.Who.BRANCH_MANAGER)
@Produces(MediaType.APPLICATION_JSON)
public final class StockResource {
    private final StockPicture picture;

    StockResource(StockPicture picture) {
        this.picture = picture;
    }

    @GET
    public StockPicture.Page levels(
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @QueryParam("branch") @DefaultValue("main") String branch,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        return picture.levels(Scope.tenant(tenant), branch(branch), after, limit);
    }

    @GET
    @Path("movements")
    public List<StockPicture.Movement> movements(
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @QueryParam("branch") @DefaultValue("main") String branch,
            @QueryParam("product") @DefaultValue("") String product,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        return picture.movements(Scope.tenant(tenant), branch(branch), product, limit);
    }

    private static BranchId branch(String text) {
        return RefusedException.parse("branch", text, BranchId::new);
    }
}
