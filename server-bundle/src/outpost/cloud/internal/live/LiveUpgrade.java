package outpost.cloud.internal.live;

import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.access.Tokens;
import outpost.protocol.ErrorAnswer;
import outpost.protocol.Json;

/** Lets terminals with a token onto {@code sync/live}. */
public final class LiveUpgrade {
    private static final String PATH = "/api/v1/sync/live";
    private static final String BEARER = "Bearer ";
    private static final long MESSAGE_BYTES = 1_024;
    /** Longer than two pings are apart. */
    private static final Duration IDLE = Duration.ofSeconds(75);

    private final Tokens tokens;
    private final Nudges nudges;

    public LiveUpgrade(Tokens tokens, Nudges nudges) {
        this.tokens = tokens;
        this.nudges = nudges;
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
        container.addMapping(PATH, this::accept);
    }

    /** Null is how Jetty's API is told that the answer has been given here. */
    private Object accept(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        try {
            String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
            if (header == null || !header.startsWith(BEARER)) {
                throw RefusedException.unauthorized("The request has no token");
            }
            return new LiveSession(
                    nudges, tokens.read(header.substring(BEARER.length()).strip()));
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
