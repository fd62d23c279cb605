package outpost.cloud.internal.live;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.access.Caller;
import outpost.protocol.Json;
import outpost.protocol.LiveNews;

/** One till's WebSocket. Whatever the till sends is ignored: it has its calls for that. */
public final class LiveSession extends Session.Listener.AbstractAutoDemanding implements Line {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);

    private final Nudges nudges;
    private final Caller.Lane lane;
    private Optional<Long> changed = Optional.empty();
    private boolean conflict;
    private boolean lanes;
    private boolean sending;

    public LiveSession(Nudges nudges, Caller.Lane lane) {
        this.nudges = nudges;
        this.lane = lane;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        super.onWebSocketOpen(session);
        nudges.join(this, lane);
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        nudges.leave(this);
        callback.succeed();
    }

    /** A till that goes away without a word is no error. */
    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.debug("The line to {} has broken", lane.getName(), cause);
        nudges.leave(this);
    }

    @Override
    public void changed(long cursor) {
        synchronized (this) {
            changed = Optional.of(cursor);
        }
        send();
    }

    @Override
    public void conflict() {
        synchronized (this) {
            conflict = true;
        }
        send();
    }

    @Override
    public void lanes() {
        synchronized (this) {
            lanes = true;
        }
        send();
    }

    private void send() {
        synchronized (this) {
            if (sending) {
                return;
            }
            sending = true;
        }
        sendNext();
    }

    /** Sends what waits; at most one message is on its way, and the newest of each kind is the only one that waits. */
    private void sendNext() {
        LiveNews next;
        synchronized (this) {
            if (changed.isPresent()) {
                next = new LiveNews(LiveNews.CHANGED, changed);
                changed = Optional.empty();
            } else if (conflict) {
                next = new LiveNews(LiveNews.CONFLICT, Optional.empty());
                conflict = false;
            } else if (lanes) {
                next = new LiveNews(LiveNews.LANES, Optional.empty());
                lanes = false;
            } else {
                sending = false;
                return;
            }
        }
        getSession().sendText(Json.write(next), Callback.from(this::sendNext, lost -> nudges.leave(this)));
    }

    @Override
    public void revoked() {
        nudges.leave(this);
        String text = Json.write(new LiveNews(LiveNews.REVOKED, Optional.empty()));
        getSession().sendText(text, Callback.from(this::hangUp, lost -> hangUp()));
    }

    private void hangUp() {
        getSession().close(StatusCode.POLICY_VIOLATION, "revoked", Callback.NOOP);
    }

    @Override
    public void end() {
        nudges.leave(this);
        getSession().close(StatusCode.SHUTDOWN, "this node ends", Callback.NOOP);
    }

    @Override
    public void ping() {
        getSession().sendPing(ByteBuffer.allocate(0), Callback.NOOP);
    }
}
