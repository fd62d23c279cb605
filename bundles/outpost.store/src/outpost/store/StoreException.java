package outpost.store;

/** The database could not do what was asked: the disk is full, the file is damaged, or the statement is wrong. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
