package outpost.replay.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import outpost.fixtures.LiveTill;
import outpost.outbox.Outbox;
import outpost.outbox.Terminal;
import outpost.protocol.Enroller;
import outpost.protocol.EnrolmentLink;
import outpost.protocol.ErrorCode;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.SyncStatus;
import outpost.protocol.Synchroniser;

/** A cloud that takes everything at once when it is asked to, and notes it; or refuses everything; or is away. */
final class Courier implements Synchroniser, Enroller {
    enum Mood {
        TAKES,
        REFUSES,
        IS_AWAY
    }

    private final Terminal terminal;
    private final Outbox outbox;
    private final Mood mood;
    private final List<Event> delivered = new ArrayList<>();
    private final List<Long> waitingWhenAsked = new ArrayList<>();

    Courier(LiveTill till, Mood mood) {
        this.terminal = till.terminal();
        this.outbox = till.outbox();
        this.mood = mood;
    }

    List<Event> delivered() {
        return delivered;
    }

    /** How many events waited each time that a sync was asked for. */
    List<Long> waitingWhenAsked() {
        return waitingWhenAsked;
    }

    @Override
    public void enrol(EnrolmentLink link) {
        terminal.enrolled(LiveTill.answer("till-1", "GBP"), link.cloud());
    }

    @Override
    public SyncStatus status() {
        return new SyncStatus(
                mood == Mood.IS_AWAY ? SyncStatus.Line.OFFLINE : SyncStatus.Line.ONLINE,
                SyncStatus.Activity.IDLE,
                0,
                0,
                mood == Mood.IS_AWAY ? Optional.empty() : Optional.of(Instant.EPOCH),
                mood == Mood.IS_AWAY ? Optional.of("the line is down") : Optional.empty(),
                Optional.empty());
    }

    @Override
    public void syncNow() {
        waitingWhenAsked.add(outbox.counts().waiting());
        for (List<Event> batch = take(); !batch.isEmpty(); batch = take()) {
            outbox.settle(
                    batch,
                    IntStream.range(0, batch.size()).mapToObj(this::answer).toList());
            if (mood == Mood.TAKES) {
                delivered.addAll(batch);
            }
        }
    }

    private List<Event> take() {
        return mood == Mood.IS_AWAY ? List.of() : outbox.take(200, 1_000_000);
    }

    private EventAnswer answer(int index) {
        return mood == Mood.TAKES
                ? EventAnswer.accepted(index)
                : EventAnswer.rejected(index, ErrorCode.POS_SYNC_EVENT_INVALID, "for a test");
    }
}
