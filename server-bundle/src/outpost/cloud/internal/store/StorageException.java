package outpost.cloud.internal.store;

/** The database failed; the transaction may or may not be durable, so the caller has to ask again. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
