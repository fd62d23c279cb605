package outpost.sales;

import java.util.Objects;
import java.util.Optional;

/**
 * Why an act is done, and by whose leave where the cashier's own role does not reach. Both go into the journal.
 *
 * @param reason one of the business's reasons, or what the cashier wrote
 */
public record Grounds(Optional<String> reason, Optional<Approval> approval) {
    public static final Grounds NONE = new Grounds(Optional.empty(), Optional.empty());
    private static final int REASON_CHARS = 250;

    public Grounds {
        Objects.requireNonNull(approval, "approval");
        reason = reason.map(String::strip).filter(text -> !text.isEmpty());
        reason.ifPresent(text -> {
            if (text.length() > REASON_CHARS) {
                throw new RefusedException(Refusal.REASON_TOO_LONG, REASON_CHARS);
            }
        });
    }

    public static Grounds of(String reason) {
        return new Grounds(Optional.of(reason), Optional.empty());
    }

    public Grounds approvedBy(Approval by) {
        return new Grounds(reason, Optional.of(by));
    }
}
