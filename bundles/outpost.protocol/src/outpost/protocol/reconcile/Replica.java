package outpost.protocol.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/** The till's copy of the catalog, as far as it can be compared and mended. Calls come from the thread that also feeds the {@link outpost.protocol.Sink}. */
public interface Replica extends RangeIndex {
    /**
     * Reads every row again and reckons its digest anew, so that what follows compares the rows themselves and not what was once noted of them. Selling goes on
     * meanwhile.
     *
     * @param progress hears how many rows are done
     * @return rows whose digest was not that of their content; they differ from the cloud's from now on
     */
    long check(LongConsumer progress);

    /**
     * Makes the plan's changes in one transaction; the next pull goes on from the plan's cursor, or from this copy's where that is lower. A row that is no longer
     * what it was when the plan was made stays as it is. Edits of this branch that the cloud does not have yet lie elsewhere, and stay.
     *
     * @throws IllegalStateException while a snapshot is running
     */
    void apply(ReconcilePlan plan);

    /** Ids of the products among these changes on which edits of this branch lie that the cloud does not have yet. */
    Set<String> edited(List<RowChange> changes);

    /** When {@link #verified} was last noted. */
    Optional<Instant> verifiedAt();

    /** Notes that all rows were checked and compared, and are the cloud's. */
    void verified(Instant when);
}
