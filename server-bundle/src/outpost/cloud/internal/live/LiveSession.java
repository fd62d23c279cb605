package outpost.cloud.internal.live;

import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import outpost.cloud.internal.access.Caller;

/** One till's WebSocket. Whatever the till sends is ignored: it has its calls for that. */
public final class LiveSession extends Session.Listener.AbstractAutoDemanding implements Line {
    private static final long NOTHING = -1;

    private final Nudges nudges;
    private final Caller.Lane lane;
    private long waiting = NOTHING;
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

    @Override
    public void changed(long cursor) {
        synchronized (this) {
            waiting = cursor;
            if (sending) {
                return;
            }
            sending = true;
        }
        sendNext();
    }

    /** Sends what waits; at most one message is on its way, and the newest is the only one that waits. */
    private void sendNext() {
        long cursor;
        synchronized (this) {
            cursor = waiting;
            waiting = NOTHING;
            if (cursor == NOTHING) {
                sending = false;
                return;
            }
        }
        getSession()
                .sendText(
                        "{\"kind\":\"changed\",\"cursor\":" + cursor + "}",
                        Callback.from(this::sendNext, lost -> nudges.leave(this)));
    }

    @Override
    public void revoked() {
        nudges.leave(this);
        getSession().sendText("{\"kind\":\"revoked\"}", Callback.from(this::hangUp, lost -> hangUp()));
    }

    private void hangUp() {
        getSession().close(StatusCode.POLICY_VIOLATION, "revoked", Callback.NOOP);
    }

    @Override
    public void ping() {
        getSession().sendPing(ByteBuffer.allocate(0), Callback.NOOP);
    }
}
