package outpost.cloud.internal;

import java.util.Optional;
import java.util.function.Function;
import outpost.protocol.ErrorCode;

/** A request that is refused as a whole: its status, its code, and a sentence for a person. Nothing of it was stored. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final long RETRY_AFTER_SECONDS = 2;
    private static final int TOO_SLOW = 408;

    private final int status;
    private final ErrorCode code;
    private final transient Optional<String> field;
    private final long retryAfterSeconds;

    public RefusedException(int status, ErrorCode code, String message) {
        this(status, code, message, Optional.empty(), RETRY_AFTER_SECONDS, null);
    }

    private RefusedException(
            int status,
            ErrorCode code,
            String message,
            Optional<String> field,
            long retryAfterSeconds,
            Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
        this.field = field;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public static RefusedException invalid(String field, String message) {
        return invalid(field, message, null);
    }

    public static RefusedException invalid(String field, String message, Throwable cause) {
        return new RefusedException(
                400, ErrorCode.POS_SYNC_REQUEST_INVALID, message, Optional.of(field), RETRY_AFTER_SECONDS, cause);
    }

    public static RefusedException unauthorized(String message) {
        return new RefusedException(401, ErrorCode.POS_SYNC_UNAUTHORIZED, message);
    }

    public static RefusedException unauthorized(String message, Throwable cause) {
        return new RefusedException(
                401, ErrorCode.POS_SYNC_UNAUTHORIZED, message, Optional.empty(), RETRY_AFTER_SECONDS, cause);
    }

    public static RefusedException forbidden(String message) {
        return new RefusedException(403, ErrorCode.POS_SYNC_FORBIDDEN, message);
    }

    public static RefusedException notFound(String message) {
        return new RefusedException(404, ErrorCode.POS_SYNC_NOT_FOUND, message);
    }

    /** @param waitSeconds after which the caller may come again */
    public static RefusedException tooOften(long waitSeconds, String message) {
        return new RefusedException(429, ErrorCode.POS_SYNC_RATE_LIMITED, message, Optional.empty(), waitSeconds, null);
    }

    public static RefusedException tooLarge(long limitBytes) {
        return new RefusedException(
                413, ErrorCode.POS_SYNC_PAYLOAD_TOO_LARGE, "The body has more than " + limitBytes + " bytes");
    }

    public static RefusedException tooSlow() {
        return new RefusedException(TOO_SLOW, ErrorCode.POS_SYNC_REQUEST_INVALID, "The body comes too slowly");
    }

    /** Whether the sender is still in the middle of sending, and not worth waiting for. */
    public boolean isTooSlow() {
        return status == TOO_SLOW;
    }

    /** Reads one field of a request by a parser that throws {@link IllegalArgumentException}, and refuses the request where it does. */
    public static <T> T parse(String field, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException malformed) {
            throw invalid(field, malformed.getMessage(), malformed);
        }
    }

    /** When to come again, of a refusal that passes. */
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    public int status() {
        return status;
    }

    public ErrorCode code() {
        return code;
    }

    /** The part of the request that is wrong, where there is one. */
    public Optional<String> field() {
        return field;
    }
}
