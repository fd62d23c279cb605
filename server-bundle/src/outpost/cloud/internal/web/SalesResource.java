package outpost.cloud.internal.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.admin.QuarantineList;
import outpost.cloud.internal.admin.SalesOfDay;
import outpost.cloud.internal.admin.SalesSummary;
import outpost.cloud.internal.sync.Replays;
import outpost.protocol.EventAnswer;

/** What has arrived from the tills, and what was refused, for administrators. */
@Path("admin")
@Access(Access.Who.TENANT_ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public final class SalesResource {
    private final SalesSummary summary;
    private final SalesOfDay days;
    private final QuarantineList quarantine;
    private final Replays replays;

    SalesResource(SalesSummary summary, SalesOfDay days, QuarantineList quarantine, Replays replays) {
        this.summary = summary;
        this.days = days;
        this.quarantine = quarantine;
        this.replays = replays;
    }

    @GET
    @Path("sales/summary")
    public SalesSummary.Summary summary(@QueryParam("tenant") @DefaultValue("main") String tenant) {
        return summary.of(Scope.tenant(tenant));
    }

    @GET
    @Path("sales/hours")
    @Access(Access.Who.BRANCH_MANAGER)
    public SalesOfDay.Day hours(
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @QueryParam("branch") String branch,
            @QueryParam("day") @DefaultValue("") String day,
            @QueryParam("zone") @DefaultValue("UTC") String zone) {
        return days.of(
                Scope.tenant(tenant),
                Scope.branch(branch),
                RefusedException.parse("day", day, SalesResource::date),
                RefusedException.parse("zone", zone, SalesResource::zone));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("'" + text + "' is no date like 2026-01-31", malformed);
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("'" + text + "' is no time zone like Europe/Berlin", unknown);
        }
    }

    @GET
    @Path("quarantine")
    @Access(Access.Who.BRANCH_MANAGER)
    public List<QuarantineList.View> quarantine(
            @QueryParam("tenant") @DefaultValue("main") String tenant, @QueryParam("branch") String branch) {
        return quarantine.latest(Scope.tenant(tenant), Scope.branch(branch));
    }

    /** Judges a refused event anew, and says what came of it as a push does. */
    @POST
    @Path("quarantine/{id}/replay")
    @Access(Access.Who.BRANCH_MANAGER)
    public EventAnswer replay(
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @QueryParam("branch") String branch,
            @PathParam("id") String id) {
        return replays.replay(Scope.tenant(tenant), Scope.branch(branch), id);
    }
}
