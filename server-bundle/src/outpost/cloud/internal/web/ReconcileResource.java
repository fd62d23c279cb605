package outpost.cloud.internal.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import outpost.cloud.internal.sync.Reconciles;
import outpost.protocol.reconcile.ReconcileAnswer;
import outpost.protocol.reconcile.ReconcileRequest;

/** How a terminal proves that its catalog is the cloud's. */
@Path("sync/reconcile")
@Access(Access.Who.TERMINAL)
public final class ReconcileResource {
    /** A catalog's first comparison reads it whole. */
    private static final int AT_ONCE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** More than a manifest may be, so that whoever sends too long a one learns what is wrong with it. */
    private static final long BODY_BYTES = 4L * 1024 * 1024;

    private final Admission admission = new Admission(AT_ONCE, PATIENCE);
    private final Reconciles reconciles;

    ReconcileResource(Reconciles reconciles) {
        this.reconciles = reconciles;
    }

    @POST
    @BodyLimit(sent = BODY_BYTES, decompressed = BODY_BYTES)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public ReconcileAnswer compare(@Context SecurityContext context, ReconcileRequest request) {
        return admission.admit(() -> reconciles.answer(CallerContext.lane(context), request));
    }
}
