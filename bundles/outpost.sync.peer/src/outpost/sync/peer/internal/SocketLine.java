package outpost.sync.peer.internal;

import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.protocols.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.Json;
import outpost.protocol.Limits;
import outpost.values.TerminalId;

/** A line over a WebSocket. */
record SocketLine(WebSocket socket) implements Line {
    private static final Logger LOG = LoggerFactory.getLogger(SocketLine.class);

    /** RFC 6455 without extensions, and with messages of limited length. */
    static Draft_6455 draft() {
        return new Draft_6455(List.of(), List.of(new Protocol("")), Limits.LANE_MESSAGE_BYTES);
    }

    /** @throws IllegalArgumentException if the other end has not proven that it is a lane */
    static TerminalId peer(SSLSession session, KnownLanes known) {
        try {
            return known.read((X509Certificate) session.getPeerCertificates()[0])
                    .terminalId();
        } catch (SSLPeerUnverifiedException e) {
            throw new IllegalArgumentException("the other end has no certificate", e);
        }
    }

    /** Whether the lane at the other end may still talk with this one. */
    static boolean isWelcome(SSLSession session, KnownLanes known) {
        try {
            return known.mayConnect(known.read((X509Certificate) session.getPeerCertificates()[0]));
        } catch (SSLPeerUnverifiedException e) {
            LOG.debug("The connection is just ending", e);
            return true;
        }
    }

    @Override
    public void send(Message message) {
        try {
            socket.send(Json.write(message));
        } catch (WebsocketNotConnectedException e) {
            LOG.debug("The connection is gone; its end is reported by itself", e);
        }
    }

    @Override
    public void close(String reason) {
        socket.close(CloseFrame.NORMAL, reason);
    }
}
