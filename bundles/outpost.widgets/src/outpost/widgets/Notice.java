package outpost.widgets;

import java.util.Optional;

/** A sentence for the cashier, and perhaps a way on. */
public record Notice(Kind kind, String text, Optional<Offer> offer) {
    public enum Kind {
        HINT,
        PROBLEM
    }

    /** What can be done about it at once. */
    public record Offer(String text, Runnable taken) {}

    public static Notice hint(String text) {
        return new Notice(Kind.HINT, text, Optional.empty());
    }

    public static Notice problem(String text) {
        return new Notice(Kind.PROBLEM, text, Optional.empty());
    }

    public Notice offering(String wayOn, Runnable taken) {
        return new Notice(kind, text, Optional.of(new Offer(wayOn, taken)));
    }
}
