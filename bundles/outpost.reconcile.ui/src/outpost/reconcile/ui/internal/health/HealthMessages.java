package outpost.reconcile.ui.internal.health;

/** What the pages about health, lanes and sync say; the texts stand in the {@code messages} files beside this interface. */
public interface HealthMessages {
    String pageHealth();

    String pageLanes();

    String pageLog();

    String state();

    String failed();

    String conflict();

    String offline();

    String syncing();

    String waitingState();

    String synced();

    String lastSuccess();

    String neverYet();

    String waiting();

    String parked();

    String oldestWaiting();

    String none();

    String conflicts();

    String gaps();

    String clock();

    String clockRight();

    String clockBehind(long seconds);

    String clockAhead(long seconds);

    String dayTitle();

    String dayLine(long sent, long failures);

    String kindWaits(long waiting);

    String kindParked(long parked);

    String nothingWaitsTitle();

    String nothingWaitsLine();

    String syncNow();

    String connected();

    String notConnected();

    String thisOne();

    String laneEvents(long events);

    String laneNotAtCloud(long events);

    String laneAllAtCloud();

    String laneRange(String posId);

    String laneHas(String ranges);

    String laneAtCloud(String upTo);

    String laneGaps(long missing);

    String laneExplained();

    String noRange();

    String runCycle();

    String runSnapshot();

    String runReconcile();

    String runRenewal();

    String runResend();

    String runSent(long events);

    String runReceived(long rows);

    String runMillis(long millis);

    String runWell();

    String runFailed(int attempt);

    String noRunsTitle();

    String noRunsLine();

    String countersTitle();

    String countQueued(long count);

    String countSynced(long count);

    String countDeltas(long count);

    String countReconciles(long count);

    String countSnapshots(long count);

    String countRefused(long count);

    String countResent(long count);

    String countRenewals(long count);
}
