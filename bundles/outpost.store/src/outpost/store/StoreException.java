package outpost.store;

/** The database could not do what was asked: the disk is full, the file is damaged, or the statement is wrong. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean damage;

    public StoreException(String message) {
        this(message, null);
    }

    public StoreException(String message, Throwable cause) {
        this(message, cause, false);
    }

    public StoreException(String message, Throwable cause, boolean damage) {
        super(message, cause);
        this.damage = damage;
    }

    /** Whether the file itself is damaged, so that trying again does not help: the next start sets it aside and begins a new one. */
    public boolean isDamage() {
        return damage;
    }
}
