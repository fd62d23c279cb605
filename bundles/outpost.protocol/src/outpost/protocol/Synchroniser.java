package outpost.protocol;

/**
 * What the sync worker shows and takes. A till may run without one: then it sells, and its events wait.
 *
 * <p>Safe to call from any thread; nothing here waits for the network.
 */
public interface Synchroniser {
    SyncStatus status();

    /** Asks for a cycle now instead of at the next interval. */
    void syncNow();
}
