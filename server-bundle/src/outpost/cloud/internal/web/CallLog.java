package outpost.cloud.internal.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.watch.CallJournal;
import outpost.protocol.ErrorAnswer;

/**
 * Tells of each call: to the log, in fields that a machine reads, and of a terminal's to the journal of calls. No header and no body is told, and of the path
 * no query.
 */
final class CallLog implements ContainerRequestFilter, ContainerResponseFilter {
    private static final Logger LOG = LoggerFactory.getLogger("outpost.cloud.calls");
    private static final String BEGUN = CallLog.class.getName();
    private static final int REFUSED = 400;
    private static final int FAILED = 500;

    private final CallJournal journal;
    private final Clock clock;

    CallLog(CallJournal journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(BEGUN, clock.millis());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (!(request.getProperty(BEGUN) instanceof Long begun)) {
            return;
        }
        long millis = clock.millis() - begun;
        int status = answer.getStatus();
        String call =
                request.getMethod() + " " + request.getUriInfo().getPath(false).replaceFirst("^/", "");
        Optional<ErrorAnswer> error = Optional.ofNullable(answer.getEntity())
                .filter(ErrorAnswer.class::isInstance)
                .map(ErrorAnswer.class::cast);
        Principal caller = Optional.ofNullable(request.getSecurityContext())
                .map(context -> context.getUserPrincipal())
                .orElse(null);
        LOG.atLevel(status >= FAILED ? Level.WARN : Level.DEBUG)
                .addKeyValue("call", call)
                .addKeyValue("status", status)
                .addKeyValue("millis", millis)
                .addKeyValue("caller", caller == null ? "" : caller.getName())
                .addKeyValue("code", error.map(ErrorAnswer::code).orElse(""))
                .addKeyValue("requestId", error.map(ErrorAnswer::requestId).orElse(""))
                .log("call");
        boolean told = status >= REFUSED
                || request.getMethod().equals("POST") && !call.endsWith("/report")
                || call.equals("GET sync/snapshot");
        if (caller instanceof Caller.Lane lane && told) {
            journal.note(lane, call, status, error.map(ErrorAnswer::code), millis, error.map(ErrorAnswer::requestId));
        }
    }
}
