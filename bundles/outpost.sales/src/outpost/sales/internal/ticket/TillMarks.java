package outpost.sales.internal.ticket;

import outpost.store.Transaction;

/** What is on or off at this till, whoever is there and however often it starts. */
final class TillMarks {
    private static final String TRAINING = "training";

    private TillMarks() {}

    static boolean training(Transaction transaction) {
        return transaction.number("SELECT count(*) FROM till_marks WHERE name = ?", TRAINING) > 0;
    }

    static void setTraining(Transaction transaction, boolean on) {
        if (on) {
            transaction.update("INSERT OR REPLACE INTO till_marks (name, value) VALUES (?, 'on')", TRAINING);
        } else {
            transaction.update("DELETE FROM till_marks WHERE name = ?", TRAINING);
        }
    }
}
