package outpost.update.internal;

/** An update that is not done; the message is a sentence for the technician. The till that runs is what it was. */
public final class UpdateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UpdateException(String message) {
        super(message);
    }

    public UpdateException(String message, Throwable cause) {
        super(message, cause);
    }
}
