package outpost.cloud.internal.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.nodes.Nodes;
import outpost.cloud.internal.watch.Alarms;
import outpost.cloud.internal.watch.CallJournal;
import outpost.cloud.internal.watch.Metrics;
import outpost.values.TerminalId;

/** How a tenant's terminals are, for whoever manages it. */
@Path("admin")
@Access(Access.Who.BRANCH_MANAGER)
@Produces(MediaType.APPLICATION_JSON)
public final class FleetResource {
    private final Metrics metrics;
    private final Alarms alarms;
    private final Nodes nodes;
    private final CallJournal calls;

    FleetResource(Metrics metrics, Alarms alarms, Nodes nodes, CallJournal calls) {
        this.metrics = metrics;
        this.alarms = alarms;
        this.nodes = nodes;
        this.calls = calls;
    }

    @GET
    @Path("fleet")
    public List<Metrics.TerminalMetrics> fleet(
            @QueryParam("tenant") @DefaultValue("main") String tenant, @QueryParam("branch") String branch) {
        return metrics.of(Scope.tenant(tenant), Scope.branch(branch));
    }

    @GET
    @Path("nodes")
    @Access(Access.Who.OPERATOR)
    public List<Nodes.Node> nodes() {
        return nodes.all();
    }

    @GET
    @Path("calls")
    public List<CallJournal.View> calls(
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @QueryParam("branch") String branch,
            @QueryParam("terminal") String terminal,
            @QueryParam("limit") @DefaultValue("200") int limit) {
        return calls.latest(Scope.tenant(tenant), Scope.branch(branch), known(terminal), limit);
    }

    private static Optional<String> known(String terminal) {
        return Optional.ofNullable(terminal).map(id -> RefusedException.parse("terminal", id, TerminalId::new)
                .value());
    }

    @GET
    @Path("alarms")
    public List<Alarms.View> alarms(
            @QueryParam("tenant") @DefaultValue("main") String tenant, @QueryParam("branch") String branch) {
        return alarms.of(Scope.tenant(tenant), Scope.branch(branch));
    }
}
