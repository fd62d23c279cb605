package outpost.cloud.internal.live;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.nodes.Signal.Topic;
import outpost.protocol.Json;
import outpost.values.TenantId;

/** The WebSocket of somebody who looks at a dashboard. It says of what there is something new, and carries nothing of it. */
public final class WatchSession extends Session.Listener.AbstractAutoDemanding {
    private static final Logger LOG = LoggerFactory.getLogger(WatchSession.class);
    /** What was refused came with what was sold, and is told with it. */
    private static final String QUARANTINE = "quarantine";

    private final Watchers watchers;
    private final TenantId tenant;
    private final BooleanSupplier reaches;

    /** @param reaches whether the person is still signed in and may look at that tenant */
    WatchSession(Watchers watchers, TenantId tenant, BooleanSupplier reaches) {
        this.watchers = watchers;
        this.tenant = tenant;
        this.reaches = reaches;
    }

    private record News(String kind, List<String> of) {}

    TenantId tenant() {
        return tenant;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        super.onWebSocketOpen(session);
        watchers.join(this);
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        watchers.leave(this);
        callback.succeed();
    }

    /** A browser that goes away without a word is no error. */
    @Override
    public void onWebSocketError(Throwable cause) {
        LOG.debug("The line to a dashboard has broken", cause);
        watchers.leave(this);
    }

    void changed(Set<Topic> topics) {
        List<String> kinds = topics.stream()
                .map(topic -> topic.name().toLowerCase(Locale.ROOT))
                .flatMap(kind -> topics.contains(Topic.SALES) && kind.equals("sales")
                        ? Stream.of(kind, QUARANTINE)
                        : Stream.of(kind))
                .toList();
        getSession()
                .sendText(
                        Json.write(new News("changed", kinds)), Callback.from(() -> {}, lost -> watchers.leave(this)));
    }

    /** Keeps the line open while the person is signed in, and hangs up afterwards. */
    void check() {
        if (mayStay()) {
            getSession().sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        } else {
            watchers.leave(this);
            getSession().close(StatusCode.POLICY_VIOLATION, "signed out", Callback.NOOP);
        }
    }

    private boolean mayStay() {
        try {
            return reaches.getAsBoolean();
        } catch (RefusedException ended) {
            LOG.debug("A dashboard's session has ended", ended);
            return false;
        }
    }
}
