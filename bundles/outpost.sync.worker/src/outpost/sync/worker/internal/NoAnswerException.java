package outpost.sync.worker.internal;

import java.time.Duration;
import java.util.Optional;

/** Nothing came back, or something that no cloud of ours says: the line, a proxy, or a login page in between. */
final class NoAnswerException extends CloudException {
    private static final long serialVersionUID = 1L;

    NoAnswerException(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    String code() {
        return "NO_ANSWER";
    }

    @Override
    boolean isPassing() {
        return true;
    }

    @Override
    Optional<Duration> retryAfter() {
        return Optional.empty();
    }
}
