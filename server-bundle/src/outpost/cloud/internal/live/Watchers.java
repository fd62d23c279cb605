package outpost.cloud.internal.live;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import outpost.cloud.internal.nodes.Signal;
import outpost.cloud.internal.nodes.Signal.Topic;

/** Tells the people who look at a dashboard what has changed, once for each round, however many tills report in it. */
public final class Watchers {
    /** Between two looks whether somebody is still signed in, which are pings too. */
    private static final int ROUNDS_PER_PING = 30;

    private final Map<WatchSession, Set<Topic>> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger rounds = new AtomicInteger();

    void join(WatchSession session) {
        sessions.put(session, EnumSet.noneOf(Topic.class));
    }

    void leave(WatchSession session) {
        sessions.remove(session);
    }

    /** Notes what has changed. */
    public void hear(Signal signal) {
        sessions.forEach((session, topics) -> {
            if (signal.concerns(session.tenant().value())) {
                sessions.computeIfPresent(session, (same, noted) -> {
                    EnumSet<Topic> more = EnumSet.copyOf(noted);
                    more.add(signal.topic());
                    return more;
                });
            }
        });
    }

    /** Tells everybody what was noted since the round before. */
    public void tell() {
        boolean ping = rounds.incrementAndGet() % ROUNDS_PER_PING == 0;
        for (WatchSession session : sessions.keySet()) {
            Set<Topic> topics = sessions.replace(session, EnumSet.noneOf(Topic.class));
            if (topics == null) {
                continue;
            }
            if (ping || topics.contains(Topic.ACCESS)) {
                session.check();
            }
            if (!topics.isEmpty()) {
                session.changed(topics);
            }
        }
    }
}
