package outpost.devices;

import java.util.Objects;

/**
 * How the receipt printer does.
 *
 * @param waiting how many documents are not printed yet
 */
public record PrinterStatus(Condition condition, int waiting) {
    public enum Condition {
        /** No printer is set up at this till: nothing is printed, and nothing waits. */
        ABSENT,
        /** It was not asked yet. */
        UNKNOWN,
        READY,
        /** It prints, but the roll comes to its end. */
        PAPER_LOW,
        PAPER_OUT,
        COVER_OPEN,
        /** It does not answer: switched off, unplugged, or its address is wrong. */
        UNREACHABLE,
        /** It answers, but says that it cannot print: cutter, heat, or switched off-line by its key. */
        FAULT;

        /** Whether somebody must do something before the next document is printed. */
        public boolean needsHelp() {
            return this == PAPER_OUT || this == COVER_OPEN || this == UNREACHABLE || this == FAULT;
        }
    }

    public PrinterStatus {
        Objects.requireNonNull(condition, "condition");
    }
}
