package outpost.sync.worker.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.LaneDirectory;
import outpost.protocol.LanesRequest;

/** Asks the cloud for the branch's lanes now and then, and tells it where this till takes their connections. Selling and sending go on without it. */
final class LaneNews {
    private static final Logger LOG = LoggerFactory.getLogger(LaneNews.class);
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private final LongSupplier nanoTime;
    private volatile Optional<LaneDirectory> directory = Optional.empty();
    private Optional<List<String>> told = Optional.empty();
    private long askedNanos;
    private volatile boolean changed;

    LaneNews(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Who wants to know, from now on. */
    void goTo(LaneDirectory next) {
        directory = Optional.of(next);
    }

    /** It does not want to know any more; where another has come meanwhile, that one stays. */
    void leave(LaneDirectory gone) {
        if (directory.filter(gone::equals).isPresent()) {
            directory = Optional.empty();
        }
    }

    /** The cloud has another list than before; may be called on any thread. */
    void askSoon() {
        changed = true;
    }

    /**
     * Asks if it is time, or if this till is reached elsewhere than it said.
     *
     * @throws NoAnswerException if the cloud is gone; what it refuses to tell is no trouble of this cycle
     */
    void exchange(Session session) throws CloudException, InterruptedException {
        Optional<LaneDirectory> asker = directory;
        if (asker.isEmpty()) {
            told = Optional.empty();
            return;
        }
        List<String> addresses = asker.get().addresses();
        boolean isNews = changed || !told.equals(Optional.of(addresses));
        if (!isNews && nanoTime.getAsLong() - askedNanos < INTERVAL.toNanos()) {
            return;
        }
        told = Optional.of(addresses);
        askedNanos = nanoTime.getAsLong();
        changed = false;
        try {
            asker.get().update(session.call((cloud, token) -> cloud.lanes(token, new LanesRequest(addresses))));
        } catch (NoAnswerException e) {
            told = Optional.empty();
            throw e;
        } catch (RefusalException | IllegalArgumentException e) {
            LOG.warn("No news of the other lanes: {}", e.getMessage());
        }
    }
}
