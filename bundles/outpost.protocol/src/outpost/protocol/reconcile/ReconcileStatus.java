package outpost.protocol.reconcile;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a comparison of catalogs is.
 *
 * @param done rows read again, or rows found to differ, of {@code total} rows
 * @param plan what waits for a person's agreement; present in phase PLANNED only
 * @param outcome how the last comparison ended
 * @param verifiedAt when all rows were last proven to be the cloud's
 */
public record ReconcileStatus(
        Phase phase,
        long done,
        long total,
        Optional<ReconcilePlan> plan,
        Optional<Outcome> outcome,
        Optional<Instant> verifiedAt) {
    public enum Phase {
        IDLE,
        /** It is asked for, and begins when the cloud can be reached. */
        WAITING,
        /** Own rows are read again. */
        CHECKING,
        /** Ranges are compared with the cloud's. */
        COMPARING,
        /** Something differs, and a person is to look at it. */
        PLANNED,
        APPLYING
    }

    public enum Outcome {
        EQUAL,
        /** What differed was made the cloud's. */
        MENDED,
        /** The whole catalog is fetched anew: so much differed, or a person wanted it. */
        FETCHED_ANEW
    }

    public ReconcileStatus {
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(verifiedAt, "verifiedAt");
    }
}
