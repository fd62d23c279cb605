package outpost.protocol;

/** Enrolment did not succeed; the message says what to do next. */
public final class EnrolmentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EnrolmentException(String message) {
        super(message);
    }

    public EnrolmentException(String message, Throwable cause) {
        super(message, cause);
    }
}
