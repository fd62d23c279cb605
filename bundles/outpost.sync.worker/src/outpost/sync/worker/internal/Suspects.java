package outpost.sync.worker.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outpost.outbox.Outbox;
import outpost.protocol.ErrorCode;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;

/**
 * Events whose request the cloud refused although nothing else was in it. That is the event's own fault only where the cloud takes others meanwhile: if
 * it takes none, a proxy or two versions that misunderstand each other are to blame, and no event must be parked for that.
 */
final class Suspects {
    /** So many requests refused, and none taken, are enough to stop asking in this cycle. */
    private static final int MOST = 20;

    private final Outbox outbox;
    private final List<Event> events = new ArrayList<>();
    private final List<EventAnswer> answers = new ArrayList<>();
    private Optional<RefusalException> first = Optional.empty();
    private boolean othersTaken;

    Suspects(Outbox outbox) {
        this.outbox = outbox;
    }

    void othersAreTaken() {
        othersTaken = true;
    }

    /** @throws RefusalException that very refusal, if it seems to be about all requests */
    void add(Event event, RefusalException refusal) throws RefusalException {
        ErrorCode code =
                refusal.status() == 413 ? ErrorCode.POS_SYNC_PAYLOAD_TOO_LARGE : ErrorCode.POS_SYNC_EVENT_INVALID;
        answers.add(EventAnswer.rejected(events.size(), code, refusal.getMessage()));
        events.add(event);
        first = first.or(() -> Optional.of(refusal));
        if (events.size() >= MOST && !othersTaken) {
            throw refusal;
        }
    }

    /**
     * Counts the refusals against the events.
     *
     * @throws RefusalException if they seem to be about all requests
     */
    void settle() throws RefusalException {
        if (!events.isEmpty() && othersTaken) {
            outbox.settle(List.copyOf(events), List.copyOf(answers));
            forget();
        } else if (first.isPresent()) {
            throw first.get();
        }
    }

    /** Puts those back that are not settled, and knows nothing any more. */
    void putBack() {
        if (!events.isEmpty()) {
            outbox.putBack(List.copyOf(events));
        }
        forget();
        othersTaken = false;
    }

    private void forget() {
        events.clear();
        answers.clear();
        first = Optional.empty();
    }
}
