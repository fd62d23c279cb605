package outpost.catalog.internal;

import outpost.store.Transaction.Row;

/** An entity's id and its body, as JSON. */
record Stored(String id, String body) {
    static Stored of(Row row) {
        return new Stored(row.text("id"), row.text("body"));
    }
}
