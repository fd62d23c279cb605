package outpost.reconcile.ui.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import outpost.outbox.OutboxCounts;
import outpost.protocol.SyncStatus;

/** What the queue shows at one moment, taken in the background. */
record QueuePicture(OutboxCounts counts, List<QueuedEvent> events, Optional<SyncStatus> status) {
    static final QueuePicture EMPTY = new QueuePicture(new OutboxCounts(0, 0, 0), List.of(), Optional.empty());

    QueuePicture {
        events = List.copyOf(events);
    }

    /** The state of the line in a word or two. */
    String line(QueueMessages messages) {
        return status.map(known -> switch (known.line()) {
                    case UNKNOWN -> messages.connecting();
                    case ONLINE -> messages.online();
                    case OFFLINE -> messages.offline();
                    case REFUSED -> messages.refused();
                })
                .orElse(messages.noSyncUnit());
    }

    /** How long ago everything was in order. */
    String lastSuccess(Instant now, QueueMessages messages) {
        return status.flatMap(SyncStatus::lastSuccess)
                .map(then -> ago(Duration.between(then, now), messages))
                .orElse(messages.neverYet());
    }

    /** The last trouble in a sentence. */
    Optional<String> problem() {
        return status.flatMap(SyncStatus::problem);
    }

    private static String ago(Duration time, QueueMessages messages) {
        if (time.toMinutes() < 1) {
            return messages.justNow();
        }
        if (time.toHours() < 1) {
            return messages.minutesAgo(time.toMinutes());
        }
        return time.toDays() < 1 ? messages.hoursAgo(time.toHours()) : messages.daysAgo(time.toDays());
    }
}
