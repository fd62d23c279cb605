package outpost.reconcile.ui.internal.stock;

import outpost.values.Quantity;

/** What was counted beside what the books say. */
record Counted(Item item, Quantity counted, Quantity books) {
    Quantity difference() {
        return counted.plus(books.negated());
    }
}
