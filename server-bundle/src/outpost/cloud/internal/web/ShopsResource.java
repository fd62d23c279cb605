package outpost.cloud.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.StorableText;
import outpost.cloud.internal.access.Enrolment;
import outpost.cloud.internal.admin.Shops;
import outpost.protocol.EnrolmentLink;
import outpost.protocol.Limits;
import outpost.values.BranchId;
import outpost.values.TenantId;
import outpost.values.TerminalId;

/** Tenants, branches and terminals, for administrators. */
@Path("admin")
@Access(Access.Who.ADMINISTRATOR)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ShopsResource {
    private final Shops shops;
    private final Enrolment enrolment;

    ShopsResource(Shops shops, Enrolment enrolment) {
        this.shops = shops;
        this.enrolment = enrolment;
    }

    /** A terminal that shall be. */
    public record TerminalRequest(BranchId branchId, String name) {
        public TerminalRequest {
            if (branchId == null) {
                throw new IllegalArgumentException("branchId is missing");
            }
            Limits.requireText("name", name, 1, Limits.NAME_CHARS);
            StorableText.checked("name", name);
        }
    }

    /** What the technician needs to enrol the till. */
    public record TerminalAnswer(TerminalId terminalId, String code, String link, String expiresAt) {}

    @GET
    @Path("tenants")
    public List<Shops.TenantView> tenants() {
        return shops.tenants();
    }

    @POST
    @Path("tenants")
    public Shops.TenantView putTenant(Shops.TenantView tenant) {
        return shops.put(tenant);
    }

    @GET
    @Path("branches")
    public List<Shops.BranchView> branches(@QueryParam("tenant") @DefaultValue("main") String tenant) {
        return shops.branches(tenant(tenant));
    }

    @POST
    @Path("branches")
    public Shops.BranchView putBranch(
            @QueryParam("tenant") @DefaultValue("main") String tenant, Shops.BranchView branch) {
        return shops.put(tenant(tenant), branch);
    }

    @GET
    @Path("terminals")
    public List<Shops.TerminalView> terminals(@QueryParam("tenant") @DefaultValue("main") String tenant) {
        return shops.terminals(tenant(tenant));
    }

    @POST
    @Path("terminals")
    public TerminalAnswer newTerminal(
            @Context HttpServletRequest http,
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            TerminalRequest request) {
        return answer(http, enrolment.offer(tenant(tenant), request.branchId(), request.name()));
    }

    @POST
    @Path("terminals/{terminal}/code")
    public TerminalAnswer newCode(
            @Context HttpServletRequest http,
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @PathParam("terminal") String terminal) {
        TerminalId known = RefusedException.parse("terminal", terminal, TerminalId::new);
        return answer(http, enrolment.offerAgain(tenant(tenant), known));
    }

    private static TerminalAnswer answer(HttpServletRequest http, Enrolment.Offer offer) {
        URI called = URI.create(http.getRequestURL().toString());
        URI cloud = URI.create(called.getScheme() + "://" + called.getAuthority());
        return new TerminalAnswer(
                offer.terminalId(),
                offer.code(),
                new EnrolmentLink(cloud, offer.code()).toString(),
                offer.expiresAt().toString());
    }

    static TenantId tenant(String text) {
        return RefusedException.parse("tenant", text, TenantId::new);
    }
}
