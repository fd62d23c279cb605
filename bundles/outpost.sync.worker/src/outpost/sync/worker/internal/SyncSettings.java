package outpost.sync.worker.internal;

import java.time.Duration;
import outpost.protocol.Limits;
import outpost.store.LocalSettings;

/**
 * How the worker is set at this machine.
 *
 * @param automatic whether cycles run by themselves; otherwise only on request, for a line that is paid by the minute
 * @param interval from the end of one good cycle to the next
 * @param backOff pause before the first repetition of a call; doubled for each further one
 * @param retries how often a call is repeated within a cycle
 * @param longestPause bound of every pause that the worker chooses itself
 * @param batchEvents events in one push
 */
record SyncSettings(
        boolean automatic, Duration interval, Duration backOff, int retries, Duration longestPause, int batchEvents) {

    static SyncSettings of(LocalSettings settings) {
        return new SyncSettings(
                settings.number("sync.automatic", 1, 0, 1) == 1,
                Duration.ofSeconds(settings.number("sync.interval.seconds", 30, 1, 3_600)),
                Duration.ofMillis(settings.number("sync.backoff.millis", 2_000, 100, 60_000)),
                (int) settings.number("sync.retries", 3, 0, 10),
                Duration.ofSeconds(settings.number("sync.pause.max.seconds", 300, 1, 3_600)),
                (int) settings.number("sync.batch.events", Limits.EVENTS_PER_PUSH, 1, Limits.EVENTS_PER_PUSH));
    }
}
