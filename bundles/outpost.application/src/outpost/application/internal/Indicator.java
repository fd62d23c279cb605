package outpost.application.internal;

import java.util.Optional;
import outpost.outbox.OutboxCounts;
import outpost.protocol.SyncStatus;
import outpost.protocol.SyncStatus.Activity;
import outpost.protocol.SyncStatus.Line;

/**
 * The truth about the connection in a few words.
 *
 * @param percent of the running activity; -1 where there is nothing to measure
 */
record Indicator(Kind kind, String text, int percent) {
    enum Kind {
        ONLINE,
        OFFLINE,
        SYNCING,
        ATTENTION
    }

    private static final int UNMEASURED = -1;

    /** @param status empty where this till has no sync unit */
    static Indicator of(Optional<SyncStatus> status, OutboxCounts counts) {
        Line line = status.map(SyncStatus::line).orElse(Line.OFFLINE);
        if (counts.parked() > 0) {
            return plain(
                    Kind.ATTENTION,
                    counts.parked() + (counts.parked() == 1 ? " needs attention" : " need attention"),
                    line);
        }
        if (line == Line.REFUSED) {
            return new Indicator(Kind.ATTENTION, "The cloud refuses this till", UNMEASURED);
        }
        if (line == Line.OFFLINE) {
            return new Indicator(Kind.OFFLINE, "Offline" + waiting(counts), UNMEASURED);
        }
        Activity activity = status.map(SyncStatus::activity).orElse(Activity.IDLE);
        return switch (activity) {
            case SNAPSHOT -> measured("Loading the catalog", status.get());
            case PULLING -> measured("Updating the catalog", status.get());
            case PUSHING -> new Indicator(Kind.SYNCING, "Sending " + counts.waiting(), percent(status.get()));
            case IDLE -> line == Line.UNKNOWN
                    ? new Indicator(Kind.SYNCING, "Connecting" + waiting(counts), UNMEASURED)
                    : new Indicator(Kind.ONLINE, "Online" + waiting(counts), UNMEASURED);
        };
    }

    private static Indicator plain(Kind kind, String text, Line line) {
        return new Indicator(kind, line == Line.OFFLINE ? text + " · offline" : text, UNMEASURED);
    }

    private static Indicator measured(String text, SyncStatus status) {
        int percent = percent(status);
        return new Indicator(Kind.SYNCING, percent == UNMEASURED ? text : text + " " + percent + " %", percent);
    }

    private static int percent(SyncStatus status) {
        return status.total() <= 0 ? UNMEASURED : (int) Math.min(100, 100 * status.done() / status.total());
    }

    private static String waiting(OutboxCounts counts) {
        return counts.waiting() == 0 ? "" : " · " + counts.waiting() + " waiting";
    }
}
