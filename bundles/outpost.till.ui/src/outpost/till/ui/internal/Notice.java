package outpost.till.ui.internal;

import java.util.Optional;

/** A sentence for the cashier, and perhaps a way on. */
record Notice(Kind kind, String text, Optional<Offer> offer) {
    enum Kind {
        HINT,
        PROBLEM
    }

    /** What can be done about it at once. */
    record Offer(String text, Runnable taken) {}

    static Notice hint(String text) {
        return new Notice(Kind.HINT, text, Optional.empty());
    }

    static Notice problem(String text) {
        return new Notice(Kind.PROBLEM, text, Optional.empty());
    }

    Notice offering(String wayOn, Runnable taken) {
        return new Notice(kind, text, Optional.of(new Offer(wayOn, taken)));
    }
}
