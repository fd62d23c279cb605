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
    static Indicator of(Optional<SyncStatus> status, OutboxCounts counts, WindowMessages messages) {
        Line line = status.map(SyncStatus::line).orElse(Line.OFFLINE);
        if (counts.parked() > 0) {
            String text = line == Line.OFFLINE
                    ? messages.needsAttentionOffline(counts.parked())
                    : messages.needsAttention(counts.parked());
            return new Indicator(Kind.ATTENTION, text, UNMEASURED);
        }
        if (line == Line.REFUSED) {
            return new Indicator(Kind.ATTENTION, messages.refused(), UNMEASURED);
        }
        if (line == Line.OFFLINE) {
            return new Indicator(Kind.OFFLINE, waiting(messages.offline(), counts, messages), UNMEASURED);
        }
        Activity activity = status.map(SyncStatus::activity).orElse(Activity.IDLE);
        return switch (activity) {
            case SNAPSHOT -> measured(messages.loadingCatalog(), status.get(), messages);
            case PULLING -> measured(messages.updatingCatalog(), status.get(), messages);
            case PUSHING -> new Indicator(Kind.SYNCING, messages.sending(counts.waiting()), percent(status.get()));
            case IDLE -> line == Line.UNKNOWN
                    ? new Indicator(Kind.SYNCING, waiting(messages.connectingLine(), counts, messages), UNMEASURED)
                    : new Indicator(Kind.ONLINE, waiting(messages.online(), counts, messages), UNMEASURED);
        };
    }

    private static Indicator measured(String text, SyncStatus status, WindowMessages messages) {
        int percent = percent(status);
        return new Indicator(Kind.SYNCING, percent == UNMEASURED ? text : messages.percent(text, percent), percent);
    }

    private static int percent(SyncStatus status) {
        return status.total() <= 0 ? UNMEASURED : (int) Math.min(100, 100 * status.done() / status.total());
    }

    private static String waiting(String state, OutboxCounts counts, WindowMessages messages) {
        return counts.waiting() == 0 ? state : messages.waiting(state, counts.waiting());
    }
}
