package outpost.protocol.reconcile;

/**
 * Lets a person have the catalog compared with the cloud's, look at what differs, and decide. On schedule, and after a mismatch, the same happens without anybody asking.
 *
 * <p>Safe to call from any thread; nothing here waits for disk or network. Who asks looks at {@link #comparison()} now and then.
 */
public interface Reconciler {
    ReconcileStatus comparison();

    /** Asks for every row to be read again and compared with the cloud's, as soon as the cloud can be reached; a plan that waits is dropped. */
    void verify();

    /** Agrees to the plan that waits, if there is one. A plan that nobody agrees to within a quarter of an hour is applied all the same: the cloud owns the catalog. */
    void applyPlan();

    /**
     * Asks for the whole catalog to be fetched anew, as soon as the cloud can be reached; what is here stays sellable meanwhile. The branch's own changes, and
     * every event, stay as they are. A plan that waits is dropped.
     */
    void rebuild();
}
