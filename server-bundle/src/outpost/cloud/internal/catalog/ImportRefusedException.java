package outpost.cloud.internal.catalog;

/** The file was refused as a whole, and nothing of it was stored; the answer lists the bad rows. */
public final class ImportRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ImportAnswer answer;

    ImportRefusedException(String message, ImportAnswer answer) {
        super(message);
        this.answer = answer;
    }

    public ImportAnswer answer() {
        return answer;
    }
}
