package outpost.protocol;

/** Enrolment did not succeed; the message says in English what to do next. */
public final class EnrolmentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why it did not, for whoever says it in another language. */
    public enum Reason {
        /** The code is unknown, has expired, or was used by another till. */
        CODE_REFUSED,
        /** This installation belongs to a branch already. */
        ENROLLED_ALREADY,
        /** The line is down, or nothing answers at that address. */
        NO_ANSWER,
        /** What answers does not hold the key that the link names. */
        OTHER_KEY,
        /** The link names no key, and no certificate authority vouches for what answers. */
        NOT_TRUSTED,
        /** What answers is no cloud. */
        NO_CLOUD,
        /** The cloud is asked by too many, or not well: later. */
        BUSY,
        /** The cloud refuses it for another reason, which the message names. */
        REFUSED
    }

    public EnrolmentException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public EnrolmentException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
