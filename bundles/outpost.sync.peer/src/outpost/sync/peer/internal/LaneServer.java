package outpost.sync.peer.internal;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.SSLParametersWebSocketServerFactory;
import org.java_websocket.server.WebSocketServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the connections of other lanes. */
final class LaneServer extends WebSocketServer {
    private static final Logger LOG = LoggerFactory.getLogger(LaneServer.class);
    private static final int DECODERS = 1;
    private static final int STOP_MILLIS = 1_000;

    private final Talks talks;
    private final KnownLanes known;
    private volatile boolean ready;

    LaneServer(InetSocketAddress address, LaneTls tls, Talks talks, KnownLanes known) {
        super(address, DECODERS, List.of(SocketLine.draft()));
        this.talks = talks;
        this.known = known;
        setWebSocketFactory(new SSLParametersWebSocketServerFactory(tls.context(), tls.parameters()));
        setReuseAddr(true);
        setTcpNoDelay(true);
        setDaemon(true);
    }

    /** Empty until it takes connections. */
    Optional<Integer> port() {
        return ready ? Optional.of(getPort()) : Optional.empty();
    }

    /** Hangs up on those who are no lanes of this branch any more. */
    void closeUnwelcome() {
        getConnections().stream()
                .filter(socket -> socket.isOpen() && !SocketLine.isWelcome(socket.getSSLSession(), known))
                .forEach(socket -> socket.close(CloseFrame.POLICY_VALIDATION, "no lane of this branch any more"));
    }

    /** Stops taking connections and closes those that there are. */
    void end() throws InterruptedException {
        ready = false;
        stop(STOP_MILLIS);
    }

    @Override
    public void onStart() {
        ready = true;
        LOG.info("Takes connections of other lanes at {}", getPort());
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        try {
            socket.setAttachment(
                    talks.begin(SocketLine.peer(socket.getSSLSession(), known), false, new SocketLine(socket)));
        } catch (IllegalArgumentException e) {
            // TLS has checked it already; this is the second lock on the door.
            LOG.warn("Somebody who is no lane connected from {}", socket.getRemoteSocketAddress(), e);
            socket.close(CloseFrame.POLICY_VALIDATION);
        }
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        talk(socket).ifPresent(talk -> talk.received(text));
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean byThem) {
        talk(socket).ifPresent(Talks.Talk::closed);
    }

    /** @param socket null, as this library says it, where the server itself has failed */
    @Override
    public void onError(WebSocket socket, Exception trouble) {
        if (socket != null) {
            LOG.debug("Connection of another lane", trouble);
        } else {
            LOG.warn("Cannot take connections of other lanes at {}", getAddress(), trouble);
        }
    }

    private static Optional<Talks.Talk> talk(WebSocket socket) {
        return Optional.ofNullable(socket.getAttachment());
    }
}
