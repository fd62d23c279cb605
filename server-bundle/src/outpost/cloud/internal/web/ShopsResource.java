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
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.StorableText;
import outpost.cloud.internal.access.Audited;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.access.Enrolment;
import outpost.cloud.internal.admin.Shops;
import outpost.protocol.EnrolmentLink;
import outpost.protocol.Limits;
import outpost.values.BranchId;
import outpost.values.TerminalId;

/** Tenants, branches and terminals, for administrators. */
@Path("admin")
@Access(Access.Who.TENANT_ADMIN)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ShopsResource {
    private final Shops shops;
    private final Enrolment enrolment;
    private final Optional<String> pin;

    ShopsResource(Shops shops, Enrolment enrolment, Optional<String> pin) {
        this.shops = shops;
        this.enrolment = enrolment;
        this.pin = pin;
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
    public record TerminalAnswer(TerminalId terminalId, String code, String link, QrCode qr, String expiresAt)
            implements Audited {
        @Override
        public String about() {
            return "terminal " + terminalId;
        }

        @Override
        public String toString() {
            return about();
        }
    }

    /** Those that the caller reaches. */
    @GET
    @Path("tenants")
    @Access(Access.Who.PERSON)
    public List<Shops.TenantView> tenants(@Context SecurityContext context) {
        Caller.Person person = CallerContext.person(context);
        return shops.tenants().stream()
                .filter(tenant -> person.reaches(tenant.tenantId()))
                .toList();
    }

    @POST
    @Path("tenants")
    @Access(Access.Who.OPERATOR)
    public Shops.TenantView putTenant(Shops.TenantView tenant) {
        return shops.put(tenant);
    }

    @GET
    @Path("branches")
    @Access(Access.Who.BRANCH_MANAGER)
    public List<Shops.BranchView> branches(
            @QueryParam("tenant") @DefaultValue("main") String tenant, @QueryParam("branch") String branch) {
        Optional<BranchId> only = Scope.branch(branch);
        return shops.branches(Scope.tenant(tenant)).stream()
                .filter(shop -> only.map(shop.branchId()::equals).orElse(true))
                .toList();
    }

    @POST
    @Path("branches")
    public Shops.BranchView putBranch(
            @QueryParam("tenant") @DefaultValue("main") String tenant, Shops.BranchView branch) {
        return shops.put(Scope.tenant(tenant), branch);
    }

    @GET
    @Path("terminals")
    @Access(Access.Who.BRANCH_MANAGER)
    public List<Shops.TerminalView> terminals(
            @QueryParam("tenant") @DefaultValue("main") String tenant, @QueryParam("branch") String branch) {
        Optional<BranchId> only = Scope.branch(branch);
        return shops.terminals(Scope.tenant(tenant)).stream()
                .filter(terminal -> only.map(terminal.branchId()::equals).orElse(true))
                .toList();
    }

    @POST
    @Path("terminals")
    public TerminalAnswer newTerminal(
            @Context HttpServletRequest http,
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            TerminalRequest request) {
        return answer(http, enrolment.offer(Scope.tenant(tenant), request.branchId(), request.name()));
    }

    @POST
    @Path("terminals/{terminal}/code")
    @Access(Access.Who.BRANCH_MANAGER)
    public TerminalAnswer newCode(
            @Context HttpServletRequest http,
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @QueryParam("branch") String branch,
            @PathParam("terminal") String terminal) {
        return answer(http, enrolment.offerAgain(Scope.tenant(tenant), Scope.branch(branch), terminal(terminal)));
    }

    /** Cuts a stolen till off; a new code makes another one that terminal. */
    @POST
    @Path("terminals/{terminal}/revocation")
    @Access(Access.Who.BRANCH_MANAGER)
    public void revoke(
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @QueryParam("branch") String branch,
            @PathParam("terminal") String terminal) {
        enrolment.revoke(Scope.tenant(tenant), Scope.branch(branch), terminal(terminal));
    }

    private static TerminalId terminal(String text) {
        return RefusedException.parse("terminal", text, TerminalId::new);
    }

    private TerminalAnswer answer(HttpServletRequest http, Enrolment.Offer offer) {
        URI called = URI.create(http.getRequestURL().toString());
        String link = RefusedException.parse(
                "Host",
                called.getScheme() + "://" + called.getAuthority(),
                cloud -> new EnrolmentLink(URI.create(cloud), offer.code(), pin).toString());
        return new TerminalAnswer(
                offer.terminalId(),
                offer.code(),
                link,
                QrCode.of(link),
                offer.expiresAt().toString());
    }
}
