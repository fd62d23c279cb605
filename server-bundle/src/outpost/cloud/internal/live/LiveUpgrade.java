package outpost.cloud.internal.live;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.access.Callers;
import outpost.cloud.internal.access.Tokens;
import outpost.protocol.ErrorAnswer;
import outpost.protocol.Json;
import outpost.values.TenantId;

/** Lets terminals with a token onto {@code sync/live}, and people who are signed in onto {@code admin/live}. */
public final class LiveUpgrade {
    private static final String TILLS = "/api/v1/sync/live";
    private static final String PEOPLE = "/api/v1/admin/live";
    private static final String TENANT = "tenant";
    private static final String BEARER = "Bearer ";
    private static final long MESSAGE_BYTES = 1_024;
    /** Longer than two pings are apart. */
    private static final Duration IDLE = Duration.ofSeconds(75);

    private final Tokens tokens;
    private final Nudges nudges;
    private final Callers callers;
    private final Watchers watchers;

    public LiveUpgrade(Tokens tokens, Nudges nudges, Callers callers, Watchers watchers) {
        this.tokens = tokens;
        this.nudges = nudges;
        this.callers = callers;
        this.watchers = watchers;
    }

    /** Serves the WebSocket before {@code others}, which get everything else. */
    public Handler before(Server server, Handler others) {
        WebSocketUpgradeHandler handler = WebSocketUpgradeHandler.from(server, this::configure);
        handler.setHandler(others);
        return handler;
    }

    private void configure(ServerWebSocketContainer container) {
        container.setIdleTimeout(IDLE);
        container.setMaxTextMessageSize(MESSAGE_BYTES);
        container.setMaxBinaryMessageSize(MESSAGE_BYTES);
        container.addMapping(TILLS, (request, response, callback) -> answer(this::till, request, response, callback));
        container.addMapping(
                PEOPLE, (request, response, callback) -> answer(this::person, request, response, callback));
    }

    private LiveSession till(ServerUpgradeRequest request) {
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (header == null || !header.startsWith(BEARER)) {
            throw RefusedException.unauthorized("The request has no token");
        }
        return new LiveSession(
                nudges, tokens.read(header.substring(BEARER.length()).strip()));
    }

    private WatchSession person(ServerUpgradeRequest request) {
        Optional<String> authorization =
                Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        Optional<String> cookie = Request.getCookies(request).stream()
                .filter(one -> one.getName().equals(Callers.COOKIE))
                .map(HttpCookie::getValue)
                .findFirst();
        requireOwnPage(request);
        String wanted = Optional.ofNullable(
                        Request.extractQueryParameters(request).getValue(TENANT))
                .orElse("main");
        TenantId tenant = RefusedException.parse(TENANT, wanted, TenantId::new);
        if (!reaches(authorization, cookie, tenant)) {
            throw RefusedException.forbidden("That is not your tenant; name yours by ?tenant=");
        }
        return new WatchSession(watchers, tenant, () -> reaches(authorization, cookie, tenant));
    }

    private boolean reaches(Optional<String> authorization, Optional<String> cookie, TenantId tenant) {
        return callers.of(authorization, cookie) instanceof Caller.Person person && person.reaches(tenant);
    }

    /** A browser names the page that connects, and sends its cookie from any page that it thinks is of the same site. */
    private static void requireOwnPage(ServerUpgradeRequest request) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin != null && !origin.endsWith("://" + request.getHeaders().get(HttpHeader.HOST))) {
            throw RefusedException.forbidden("Only this cloud's own page may connect");
        }
    }

    /** Null is how Jetty's API is told that the answer has been given here. */
    private static Object answer(
            Function<ServerUpgradeRequest, Object> accept,
            ServerUpgradeRequest request,
            ServerUpgradeResponse response,
            Callback callback) {
        try {
            return accept.apply(request);
        } catch (RefusedException refused) {
            ErrorAnswer error =
                    new ErrorAnswer(refused.code().name(), refused.getMessage(), refused.field(), request.getId());
            response.setStatus(refused.status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            Content.Sink.write(response, true, Json.write(error), callback);
            return null;
        }
    }
}
