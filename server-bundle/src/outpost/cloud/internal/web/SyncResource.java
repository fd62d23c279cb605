package outpost.cloud.internal.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.access.Lanes;
import outpost.cloud.internal.sync.Arrivals;
import outpost.cloud.internal.sync.Changes;
import outpost.cloud.internal.sync.Pushes;
import outpost.cloud.internal.sync.Selection;
import outpost.cloud.internal.sync.Snapshots;
import outpost.protocol.BranchStreams;
import outpost.protocol.EventsAnswer;
import outpost.protocol.LanesAnswer;
import outpost.protocol.LanesRequest;
import outpost.protocol.Limits;
import outpost.protocol.PullAnswer;
import outpost.protocol.PushAnswer;
import outpost.protocol.PushRequest;
import outpost.protocol.StreamState;
import outpost.values.PosId;
import outpost.values.TerminalId;

/** What a terminal sends and takes. */
@Path("sync")
@Access(Access.Who.TERMINAL)
public final class SyncResource {
    /** Fewer than the database has connections, so that reading goes on while many push. */
    private static final int PUSHES_AT_ONCE = 12;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Admission admission = new Admission(PUSHES_AT_ONCE, PATIENCE);
    private final Pushes pushes;
    private final Arrivals arrivals;
    private final Snapshots snapshots;
    private final Changes changes;
    private final Lanes lanes;

    SyncResource(Pushes pushes, Arrivals arrivals, Snapshots snapshots, Changes changes, Lanes lanes) {
        this.pushes = pushes;
        this.arrivals = arrivals;
        this.snapshots = snapshots;
        this.changes = changes;
        this.lanes = lanes;
    }

    @POST
    @Path("push")
    @BodyLimit(sent = Limits.PUSH_BYTES, decompressed = Limits.PUSH_DECOMPRESSED_BYTES)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public PushAnswer push(
            @Context SecurityContext context,
            @HeaderParam(PushRequest.IDEMPOTENCY_KEY) @DefaultValue("") String key,
            InputStream body)
            throws IOException {
        Caller.Lane caller = CallerContext.lane(context);
        byte[] batch = body.readAllBytes();
        return admission.admit(() -> pushes.push(caller, key, batch));
    }

    @POST
    @Path("lanes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public LanesAnswer lanes(@Context SecurityContext context, LanesRequest request) {
        return lanes.meet(CallerContext.lane(context), request);
    }

    @GET
    @Path("stream")
    @Produces(MediaType.APPLICATION_JSON)
    public StreamState stream(@Context SecurityContext context, @QueryParam("pos") @DefaultValue("") String pos) {
        return arrivals.of(CallerContext.lane(context), RefusedException.parse("pos", pos, PosId::new));
    }

    @GET
    @Path("streams")
    @Produces(MediaType.APPLICATION_JSON)
    public BranchStreams streams(@Context SecurityContext context) {
        return arrivals.ofBranch(CallerContext.lane(context));
    }

    @GET
    @Path("events")
    @Produces(MediaType.APPLICATION_JSON)
    public EventsAnswer events(
            @Context SecurityContext context,
            @QueryParam("terminal") @DefaultValue("") String terminal,
            @QueryParam("pos") @DefaultValue("") String pos,
            @QueryParam("after") @DefaultValue("0") String after) {
        return arrivals.events(
                CallerContext.lane(context),
                RefusedException.parse("terminal", terminal, TerminalId::new),
                RefusedException.parse("pos", pos, PosId::new),
                RefusedException.parse("after", after, Long::parseLong));
    }

    @GET
    @Path("snapshot")
    @Produces("application/x-ndjson")
    public StreamingOutput snapshot(
            @Context SecurityContext context,
            @QueryParam("after") String after,
            @QueryParam("entityTypes") String entityTypes) {
        return snapshots.of(
                        CallerContext.lane(context),
                        Optional.ofNullable(after),
                        Selection.of(Optional.ofNullable(entityTypes)))::writeTo;
    }

    @GET
    @Path("pull")
    @Produces(MediaType.APPLICATION_JSON)
    public PullAnswer pull(
            @Context SecurityContext context,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("1000") String limit,
            @QueryParam("entityTypes") String entityTypes) {
        return changes.after(
                CallerContext.lane(context),
                RefusedException.parse("cursor", cursor, Long::parseLong),
                RefusedException.parse("limit", limit, Integer::parseInt),
                Selection.of(Optional.ofNullable(entityTypes)));
    }
}
