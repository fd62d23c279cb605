package outpost.till.ui.internal;

/** A sentence for the cashier. */
record Notice(Kind kind, String text) {
    enum Kind {
        HINT,
        PROBLEM
    }

    static Notice hint(String text) {
        return new Notice(Kind.HINT, text);
    }

    static Notice problem(String text) {
        return new Notice(Kind.PROBLEM, text);
    }
}
