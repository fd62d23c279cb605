package outpost.cloud.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.access.Callers;
import outpost.cloud.internal.access.Sessions;
import outpost.protocol.Limits;

/** What every request passes first: who calls and how often, in which version of the protocol, and how long the body may be. */
final class Gate implements ContainerRequestFilter {
    private static final String CSRF = "X-CSRF-Token";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String PROTOCOL = "Outpost-Protocol";
    /** Tills are updated after their cloud: it serves its own version of the protocol and the two before. */
    static final int OLDEST_PROTOCOL = Math.max(1, Limits.PROTOCOL_VERSION - 2);

    private final Callers callers;
    private final RateLimits rates;
    private final Trail trail;
    private final LongSupplier nanoTime;

    @Context
    private ResourceInfo target;

    @Context
    private HttpServletRequest http;

    Gate(Callers callers, RateLimits rates, Trail trail, LongSupplier nanoTime) {
        this.callers = callers;
        this.rates = rates;
        this.trail = trail;
        this.nanoTime = nanoTime;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        admit(request);
        checkProtocol(request.getHeaderString(PROTOCOL));
        limitBody(request);
    }

    private void admit(ContainerRequestContext request) {
        Access.Who who = who();
        if (who == Access.Who.EVERYBODY) {
            if (!SAFE.contains(request.getMethod())) {
                rates.count(http.getRemoteAddr());
            }
            return;
        }
        Optional<String> authorization = Optional.ofNullable(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        Optional<String> cookie =
                Optional.ofNullable(request.getCookies().get(Callers.COOKIE)).map(Cookie::getValue);
        Caller caller = callers.of(authorization, cookie);
        boolean changes = !SAFE.contains(request.getMethod());
        if (changes && authorization.isEmpty() && cookie.isPresent()) {
            Sessions.requireCsrf(cookie.get(), Optional.ofNullable(request.getHeaderString(CSRF)));
        }
        if (caller instanceof Caller.Person person) {
            if (changes && who != Access.Who.TERMINAL) {
                trail.begin(request, who, person, http.getRemoteAddr());
            }
            Scope.require(who, person, request.getUriInfo().getQueryParameters());
        } else if (who != Access.Who.TERMINAL) {
            throw RefusedException.forbidden("This token does not reach that far");
        } else {
            rates.count((Caller.Lane) caller);
        }
        request.setSecurityContext(new CallerContext(caller));
    }

    private Access.Who who() {
        return Stream.of(target.getResourceMethod(), target.getResourceClass())
                .map(place -> place.getAnnotation(Access.class))
                .filter(Objects::nonNull)
                .findFirst()
                .map(Access::value)
                .orElseThrow(() -> RefusedException.forbidden("Nobody may call this"));
    }

    private static void checkProtocol(String version) {
        if (version != null) {
            int number = RefusedException.parse(PROTOCOL, version, Integer::parseInt);
            if (number < OLDEST_PROTOCOL || number > Limits.PROTOCOL_VERSION) {
                throw RefusedException.invalid(
                        PROTOCOL,
                        "This cloud speaks the versions " + OLDEST_PROTOCOL + " to " + Limits.PROTOCOL_VERSION);
            }
        }
    }

    private void limitBody(ContainerRequestContext request) throws IOException {
        BodyLimit limit = target.getResourceMethod().getAnnotation(BodyLimit.class);
        long sent = limit == null ? Limits.BODY_BYTES : limit.sent();
        if (request.getLength() > sent) {
            throw RefusedException.tooLarge(sent);
        }
        Pace pace = new Pace(nanoTime);
        InputStream body = new LimitedStream(request.getEntityStream(), sent, pace);
        String encoding = Optional.ofNullable(request.getHeaderString(HttpHeaders.CONTENT_ENCODING))
                .orElse("identity")
                .toLowerCase(Locale.ROOT);
        switch (encoding) {
            case "identity" -> request.setEntityStream(body);
            case "gzip" -> request.setEntityStream(new LimitedStream(
                    new GZIPInputStream(body), limit == null ? Limits.BODY_BYTES : limit.decompressed(), pace));
            default -> throw RefusedException.invalid(
                    HttpHeaders.CONTENT_ENCODING,
                    "The encoding '" + encoding + "' is not known here: identity or gzip");
        }
    }
}
