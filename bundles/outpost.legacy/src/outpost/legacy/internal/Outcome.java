package outpost.legacy.internal;

import java.util.List;

/**
 * What a run has done.
 *
 * @param products how many the file has, and {@code matched} how many of them this catalog knows
 * @param receipts how many the file has; {@code kept} were taken over now, {@code known} were here already
 * @param operations how many the file had not sent; {@code queued} were queued now
 * @param problems why anything was not taken over, a sentence each
 */
record Outcome(
        long products,
        long matched,
        long receipts,
        long kept,
        long known,
        long operations,
        long queued,
        List<String> problems) {
    Outcome {
        problems = List.copyOf(problems);
    }
}
