package outpost.cloud.internal;

import java.util.Optional;
import java.util.function.Function;
import outpost.protocol.ErrorCode;

/** A request that is refused as a whole: its status, its code, and a sentence for a person. Nothing of it was stored. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final ErrorCode code;
    private final transient Optional<String> field;

    public RefusedException(int status, ErrorCode code, String message) {
        this(status, code, message, Optional.empty(), null);
    }

    private RefusedException(int status, ErrorCode code, String message, Optional<String> field, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
        this.field = field;
    }

    public static RefusedException invalid(String field, String message) {
        return invalid(field, message, null);
    }

    public static RefusedException invalid(String field, String message, Throwable cause) {
        return new RefusedException(400, ErrorCode.POS_SYNC_REQUEST_INVALID, message, Optional.of(field), cause);
    }

    public static RefusedException unauthorized(String message) {
        return new RefusedException(401, ErrorCode.POS_SYNC_UNAUTHORIZED, message);
    }

    public static RefusedException unauthorized(String message, Throwable cause) {
        return new RefusedException(401, ErrorCode.POS_SYNC_UNAUTHORIZED, message, Optional.empty(), cause);
    }

    public static RefusedException forbidden(String message) {
        return new RefusedException(403, ErrorCode.POS_SYNC_FORBIDDEN, message);
    }

    public static RefusedException notFound(String message) {
        return new RefusedException(404, ErrorCode.POS_SYNC_NOT_FOUND, message);
    }

    public static RefusedException tooLarge(long limitBytes) {
        return new RefusedException(
                413, ErrorCode.POS_SYNC_PAYLOAD_TOO_LARGE, "The body has more than " + limitBytes + " bytes");
    }

    /** Reads one field of a request by a parser that throws {@link IllegalArgumentException}, and refuses the request where it does. */
    public static <T> T parse(String field, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException malformed) {
            throw invalid(field, malformed.getMessage(), malformed);
        }
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
