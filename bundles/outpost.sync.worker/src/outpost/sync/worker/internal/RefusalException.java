package outpost.sync.worker.internal;

import java.time.Duration;
import java.util.Optional;

/** The cloud answered, and did not do it. */
final class RefusalException extends CloudException {
    private static final long serialVersionUID = 1L;

    /** Our own code for a cloud that answers, but is not the one for this till. */
    static final String NOT_OURS = "NOT_OURS";

    private final int status;
    private final String code;
    private final transient Optional<Duration> retryAfter;

    /**
     * @param status HTTP status
     * @param code name of an {@link outpost.protocol.ErrorCode}, or of one that this version does not know
     */
    RefusalException(int status, String code, String message, Optional<Duration> retryAfter) {
        super(message, null);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    @Override
    String code() {
        return code;
    }

    /** It is this terminal as such that is not taken: a person must act. */
    boolean isAboutTerminal() {
        return status == 401 || status == 403 || code.equals(NOT_OURS);
    }

    /** The content itself was refused, so that the same content will be refused again. */
    boolean isAboutContent() {
        return status == 400 || status == 413;
    }

    @Override
    boolean isPassing() {
        return status == 429 || status >= 500;
    }

    @Override
    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
