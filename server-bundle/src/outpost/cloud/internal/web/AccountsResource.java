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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.access.Accounts;

/** Who may sign in at the dashboard. */
@Path("admin")
@Access(Access.Who.TENANT_ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class AccountsResource {
    private final Accounts accounts;

    AccountsResource(Accounts accounts) {
        this.accounts = accounts;
    }

    @GET
    @Path("accounts")
    public List<Accounts.View> ofTenant(@QueryParam("tenant") @DefaultValue("main") String tenant) {
        return accounts.of(Optional.of(Scope.tenant(tenant)));
    }

    @GET
    @Path("operators")
    @Access(Access.Who.OPERATOR)
    public List<Accounts.View> operators() {
        return accounts.of(Optional.empty());
    }

    /** The account's name says of which tenant it is: of the query's, or an operator. */
    @POST
    @Path("accounts")
    public Accounts.View put(
            @Context SecurityContext context,
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            Accounts.Wanted account) {
        return accounts.put(CallerContext.person(context), Scope.tenant(tenant), account);
    }

    @DELETE
    @Path("accounts/{account}")
    public Accounts.View delete(
            @Context SecurityContext context,
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @PathParam("account") String account) {
        return accounts.delete(CallerContext.person(context), Scope.tenant(tenant), account);
    }
}
