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
    String line() {
        return status.map(known -> switch (known.line()) {
                    case UNKNOWN -> "Connecting";
                    case ONLINE -> "Online";
                    case OFFLINE -> "Offline";
                    case REFUSED -> "Refused";
                })
                .orElse("No sync unit");
    }

    /** How long ago everything was in order. */
    String lastSuccess(Instant now) {
        return status.flatMap(SyncStatus::lastSuccess)
                .map(then -> ago(Duration.between(then, now)))
                .orElse("Never yet");
    }

    /** The last trouble in a sentence. */
    Optional<String> problem() {
        return status.flatMap(SyncStatus::problem);
    }

    private static String ago(Duration time) {
        if (time.toMinutes() < 1) {
            return "Just now";
        }
        if (time.toHours() < 1) {
            return time.toMinutes() + " min ago";
        }
        return time.toDays() < 1 ? time.toHours() + " h ago" : time.toDays() + " d ago";
    }
}
