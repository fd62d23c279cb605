package outpost.sync.worker.internal;

import java.time.Duration;
import java.util.Optional;

/** A call to the cloud that did not succeed. The message is a sentence for a person. */
abstract sealed class CloudException extends Exception permits NoAnswerException, RefusalException {
    private static final long serialVersionUID = 1L;

    CloudException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the same call may well succeed later without anybody's doing. */
    abstract boolean isPassing();

    /** A stable name of what went wrong. */
    abstract String code();

    /** How long the cloud wants to be left alone. */
    abstract Optional<Duration> retryAfter();
}
