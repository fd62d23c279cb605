package outpost.update.internal;

import java.util.List;
import outpost.update.Refusal;
import outpost.update.Refusal.Reason;

/** An update that is not done; the message is a sentence for the technician. The till that runs is what it was. */
public final class UpdateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    /** @param about as in {@link Refusal#about()} */
    public UpdateException(Reason reason, String... about) {
        this(null, reason, about);
    }

    public UpdateException(Throwable cause, Reason reason, String... about) {
        this(new Refusal(reason, List.of(about)), cause);
    }

    /** One that has no reason of its own. */
    public UpdateException(String message) {
        this(message, null);
    }

    public UpdateException(String message, Throwable cause) {
        this(cause, Reason.FAILED, message);
    }

    private UpdateException(Refusal refusal, Throwable cause) {
        super(refusal.english(), cause);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
