package outpost.sync.peer.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ServerHandshake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.LaneAddress;
import outpost.values.TerminalId;

/** A connection that this till makes to another lane. */
final class LaneClient extends WebSocketClient {
    private static final Logger LOG = LoggerFactory.getLogger(LaneClient.class);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);

    private final LaneTls tls;
    private final Talks talks;
    private final KnownLanes known;
    private final Calls calls;
    private final LaneAddress address;
    private volatile Optional<Talks.Talk> talk = Optional.empty();

    LaneClient(LaneAddress address, LaneTls tls, Talks talks, KnownLanes known, Calls calls) {
        super(URI.create("wss://" + address + "/"), SocketLine.draft(), Map.of(), (int) CONNECT_LIMIT.toMillis());
        this.tls = tls;
        this.talks = talks;
        this.known = known;
        this.calls = calls;
        this.address = address;
        setSocketFactory(tls.context().getSocketFactory());
        setTcpNoDelay(true);
        setDaemon(true);
    }

    /** Instead of the library's check of the host's name: here, who is there is proven by the cloud's signature. */
    @Override
    protected void onSetSSLParameters(SSLParameters parameters) {
        parameters.setProtocols(tls.parameters().getProtocols());
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
        try {
            TerminalId peer = SocketLine.peer(getSSLSession(), known);
            calls.answered(address, peer);
            talk = Optional.of(talks.begin(peer, true, new SocketLine(this)));
        } catch (IllegalArgumentException e) {
            LOG.warn("Somebody who is no lane answers at {}", address, e);
            close(CloseFrame.POLICY_VALIDATION);
        }
    }

    /** Hangs up on who is no lane of this branch any more. */
    void closeUnwelcome() {
        if (isOpen() && !SocketLine.isWelcome(getSSLSession(), known)) {
            close(CloseFrame.POLICY_VALIDATION, "no lane of this branch any more");
        }
    }

    @Override
    public void onMessage(String text) {
        talk.ifPresent(open -> open.received(text));
    }

    @Override
    public void onClose(int code, String reason, boolean byThem) {
        calls.ended(address);
        talk.ifPresent(Talks.Talk::closed);
    }

    @Override
    public void onError(Exception trouble) {
        LOG.debug("Connection to the lane at {}", address, trouble);
    }
}
