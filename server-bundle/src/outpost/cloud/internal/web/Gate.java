package outpost.cloud.internal.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import outpost.cloud.internal.AdminToken;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.access.Tokens;
import outpost.protocol.Limits;

/** What every request passes first: who calls and how often, in which version of the protocol, and how long the body may be. */
final class Gate implements ContainerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final String PROTOCOL = "Outpost-Protocol";
    /** Tills are updated after their cloud: it serves its own version of the protocol and the two before. */
    static final int OLDEST_PROTOCOL = Math.max(1, Limits.PROTOCOL_VERSION - 2);

    private final Tokens tokens;
    private final AdminToken adminToken;
    private final RateLimits rates;

    @Context
    private ResourceInfo target;

    Gate(Tokens tokens, AdminToken adminToken, RateLimits rates) {
        this.tokens = tokens;
        this.adminToken = adminToken;
        this.rates = rates;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        admit(request);
        checkProtocol(request.getHeaderString(PROTOCOL));
        limitBody(request);
    }

    private void admit(ContainerRequestContext request) {
        Access access = target.getResourceClass().getAnnotation(Access.class);
        if (access == null) {
            throw RefusedException.forbidden("Nobody may call this");
        }
        if (access.value() != Access.Who.EVERYBODY) {
            Caller caller = caller(request.getHeaderString(HttpHeaders.AUTHORIZATION));
            if (caller instanceof Caller.Administrator != (access.value() == Access.Who.ADMINISTRATOR)) {
                throw RefusedException.forbidden("This token does not reach that far");
            }
            if (caller instanceof Caller.Lane lane) {
                rates.count(lane);
            }
            request.setSecurityContext(new CallerContext(caller));
        }
    }

    private Caller caller(String authorization) {
        String token = Optional.ofNullable(authorization)
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip())
                .orElseThrow(() -> RefusedException.unauthorized("The request has no token"));
        return adminToken.matches(token) ? new Caller.Administrator() : tokens.read(token);
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
        InputStream body = new LimitedStream(request.getEntityStream(), sent);
        String encoding = Optional.ofNullable(request.getHeaderString(HttpHeaders.CONTENT_ENCODING))
                .orElse("identity")
                .toLowerCase(Locale.ROOT);
        switch (encoding) {
            case "identity" -> request.setEntityStream(body);
            case "gzip" -> request.setEntityStream(new LimitedStream(
                    new GZIPInputStream(body), limit == null ? Limits.BODY_BYTES : limit.decompressed()));
            default -> throw RefusedException.invalid(
                    HttpHeaders.CONTENT_ENCODING,
                    "The encoding '" + encoding + "' is not known here: identity or gzip");
        }
    }
}
