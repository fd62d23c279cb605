package outpost.protocol;

/** A message that is not JSON, or not of the expected shape. Nothing was done with it. */
public final class MalformedMessageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedMessageException(String message, Throwable cause) {
        super(message, cause);
    }
}
