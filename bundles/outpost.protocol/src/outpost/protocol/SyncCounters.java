package outpost.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a till has done since its data folder began. They only rise.
 *
 * @param queuedEvents own events written
 * @param syncedEvents own events that the cloud has taken
 * @param reconcileRuns times that the catalog was compared range by range
 * @param deltaSyncRuns times that changes were pulled
 * @param snapshotRuns times that the whole catalog was taken
 * @param refusedEvents refusals of single events by the cloud
 * @param resentEvents own events sent again because the cloud had lost them
 * @param renewals how often a new posId was taken
 */
public record SyncCounters(
        @JsonProperty("queued_events") long queuedEvents,
        @JsonProperty("synced_events") long syncedEvents,
        @JsonProperty("reconcile_runs") long reconcileRuns,
        @JsonProperty("delta_sync_runs") long deltaSyncRuns,
        @JsonProperty("snapshot_runs") long snapshotRuns,
        @JsonProperty("refused_events") long refusedEvents,
        @JsonProperty("resent_events") long resentEvents,
        long renewals) {}
