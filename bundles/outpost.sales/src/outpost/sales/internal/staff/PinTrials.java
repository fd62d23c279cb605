package outpost.sales.internal.staff;

import java.time.Duration;
import java.time.Instant;
import outpost.store.Transaction;

/** How often a user's PIN was wrong in a row, and until when no other is looked at. In the database, so that a restart does not shorten the wait. */
final class PinTrials {
    private static final int FREE_TRIALS = 3;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private PinTrials() {}

    /** Zero if a PIN may be tried now. */
    static Duration waitFor(Transaction transaction, String userId, Instant now) {
        Duration wait = transaction
                .first(
                        "SELECT until_time FROM pin_failures WHERE user_id = ?",
                        row -> Duration.between(now, Instant.parse(row.text("until_time"))),
                        userId)
                .orElse(Duration.ZERO);
        // Whoever sets the clock back must not be locked out for longer than any wait is.
        return wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0 ? Duration.ZERO : wait;
    }

    /** Counts a wrong one and answers the wait until the next trial. */
    static Duration failed(Transaction transaction, String userId, Instant now) {
        int failures = 1
                + transaction
                        .first(
                                "SELECT failures FROM pin_failures WHERE user_id = ?",
                                row -> (int) row.number("failures"),
                                userId)
                        .orElse(0);
        Duration wait = waitAfter(failures);
        transaction.update(
                "INSERT OR REPLACE INTO pin_failures (user_id, failures, until_time) VALUES (?, ?, ?)",
                userId,
                failures,
                now.plus(wait).toString());
        return wait;
    }

    static void succeeded(Transaction transaction, String userId) {
        transaction.update("DELETE FROM pin_failures WHERE user_id = ?", userId);
    }

    private static Duration waitAfter(int failures) {
        if (failures < FREE_TRIALS) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT;
        for (int more = FREE_TRIALS; more < failures && wait.compareTo(LONGEST_WAIT) < 0; more++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
