package outpost.cloud.internal.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import outpost.cloud.internal.catalog.Users;

/** Who may work at a tenant's tills, for administrators. */
@Path("admin/users")
@Access(Access.Who.TENANT_ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class UsersResource {
    private final Users users;

    UsersResource(Users users) {
        this.users = users;
    }

    @GET
    public List<Users.View> all(@QueryParam("tenant") @DefaultValue("main") String tenant) {
        return users.all(Scope.tenant(tenant));
    }

    @POST
    public Users.View put(@QueryParam("tenant") @DefaultValue("main") String tenant, Users.Wanted user) {
        return users.put(Scope.tenant(tenant), user);
    }
}
