package outpost.protocol;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that the sync worker did, as its journal tells it.
 *
 * @param number rises with each entry
 * @param at when it began, in corrected time
 * @param durationMillis by the machine's counter
 * @param sent events that the cloud took
 * @param received rows of the catalog
 * @param attempt how many cycles in a row have failed, this one included; 0 where it went well
 * @param code {@link ErrorCode} or a code of the till's own, where it did not go well
 * @param problem a sentence for a person
 */
public record SyncRun(
        long number,
        Kind kind,
        Instant at,
        long durationMillis,
        long sent,
        long received,
        int attempt,
        Optional<String> code,
        Optional<String> problem) {
    /** What was done. */
    public enum Kind {
        /** A cycle that sent or received something, or in which something went wrong first. */
        CYCLE,
        /** The whole catalog was taken. */
        SNAPSHOT,
        /** The catalog was compared range by range. */
        RECONCILE,
        /** A new posId was taken, because another copy of this file used the old one. */
        RENEWAL,
        /** Events wait to be sent again, because the cloud had lost them. */
        RESEND
    }

    public SyncRun {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(problem, "problem");
    }
}
