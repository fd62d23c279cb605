package outpost.sync.worker.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import outpost.protocol.EnrolmentLink;
import outpost.protocol.Limits;
import outpost.store.LocalSettings;

/**
 * How the worker is set at this machine.
 *
 * @param cloud the cloud's root where it has moved since this till was enrolled
 * @param startsByItself whether the first cycle runs at start; otherwise none runs until a person asks, for a line that must be opened first
 * @param interval from the end of one good cycle to the next
 * @param backOff pause before the first repetition of a call; doubled for each further one
 * @param retries how often a call is repeated within a cycle
 * @param longestPause bound of every pause that the worker chooses itself
 * @param batchEvents events in one push
 * @param verifyInterval between two comparisons of the whole catalog, row by row, that nobody asks for; zero for none
 */
record SyncSettings(
        Optional<URI> cloud,
        boolean startsByItself,
        Duration interval,
        Duration backOff,
        int retries,
        Duration longestPause,
        int batchEvents,
        Duration verifyInterval) {

    private static final String AUTO = "auto";
    private static final String MANUAL = "manual";

    /** @throws IllegalArgumentException naming the setting that is wrong */
    static SyncSettings of(LocalSettings settings) {
        return new SyncSettings(
                settings.text("cloud.url").map(SyncSettings::root),
                startsByItself(settings.text("sync.start").orElse(AUTO)),
                Duration.ofSeconds(settings.number("sync.interval.seconds", 30, 1, 3_600)),
                Duration.ofMillis(settings.number("sync.backoff.millis", 2_000, 100, 60_000)),
                (int) settings.number("sync.retries", 3, 0, 10),
                Duration.ofSeconds(settings.number("sync.pause.max.seconds", 300, 1, 3_600)),
                (int) settings.number("sync.batch.events", Limits.EVENTS_PER_PUSH, 1, Limits.EVENTS_PER_PUSH),
                Duration.ofHours(settings.number("sync.verify.hours", 24, 0, 8_760)));
    }

    private static boolean startsByItself(String start) {
        if (!start.equals(AUTO) && !start.equals(MANUAL)) {
            throw new IllegalArgumentException(
                    "the setting 'sync.start' must be '" + AUTO + "' or '" + MANUAL + "', not '" + start + "'");
        }
        return start.equals(AUTO);
    }

    private static URI root(String text) {
        if (!text.matches("https?://[^/?#\\s]+/?")) {
            throw new IllegalArgumentException(
                    "the setting 'cloud.url' must be an address like http://host:port, not '" + text + "'");
        }
        URI root = URI.create(text);
        EnrolmentLink.requireRoot(root);
        return root;
    }
}
