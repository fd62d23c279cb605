package outpost.cloud.internal.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.watch.Metrics;
import outpost.cloud.internal.watch.Reports;
import outpost.protocol.TillReport;
import outpost.values.TerminalId;

/** What a terminal says of itself, and how the sync of its branch's terminals goes. */
@Path("sync")
@Access(Access.Who.TERMINAL)
@Produces(MediaType.APPLICATION_JSON)
public final class ReportResource {
    private final Reports reports;
    private final Metrics metrics;

    ReportResource(Reports reports, Metrics metrics) {
        this.reports = reports;
        this.metrics = metrics;
    }

    @POST
    @Path("report")
    @Consumes(MediaType.APPLICATION_JSON)
    public void report(@Context SecurityContext context, TillReport report) {
        reports.keep(CallerContext.lane(context), report);
    }

    @GET
    @Path("metrics")
    public Metrics.TerminalMetrics metrics(
            @Context SecurityContext context, @QueryParam("terminalId") String terminalId) {
        Caller.Lane caller = CallerContext.lane(context);
        TerminalId wanted = Optional.ofNullable(terminalId)
                .map(id -> RefusedException.parse("terminalId", id, TerminalId::new))
                .orElse(caller.terminal());
        return metrics.of(caller, wanted);
    }
}
