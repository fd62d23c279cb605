package outpost.legacy.internal;

/** The file, or something in it, is not what it has to be; the message is for the person who started this. */
final class LegacyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LegacyException(String message) {
        super(message);
    }

    LegacyException(String message, Throwable cause) {
        super(message, cause);
    }
}
