package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.entity.PushedBatch;
import outpost.cloud.internal.nodes.Signal.Topic;
import outpost.cloud.internal.store.AfterCommit;
import outpost.protocol.ErrorCode;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.EventAnswer.Status;
import outpost.protocol.Json;
import outpost.protocol.PushAnswer;

/** Takes one batch in one transaction. It is made anew for each attempt, so nothing of a lost attempt stays behind. */
final class Intake {
    private final EntityManager em;
    private final Caller.Lane caller;
    private final long nowMillis;
    private final Streams streams;
    private final Ledger ledger;
    private final Effects effects;
    private final Quarantine quarantine;

    Intake(EntityManager em, Caller.Lane caller, long nowMillis) {
        this.em = em;
        this.caller = caller;
        this.nowMillis = nowMillis;
        this.streams = new Streams(em, caller.tenant().value(), nowMillis);
        this.ledger = new Ledger(em, caller, nowMillis);
        this.effects = new Effects(em, caller.tenant().value(), streams, nowMillis);
        this.quarantine = new Quarantine(em, caller, nowMillis);
    }

    /** Decides on each event, stores what is good, and remembers the answer. */
    PushAnswer take(Batch batch, List<CheckedEvent> events) {
        PushedBatch.Key key =
                new PushedBatch.Key(caller.tenant().value(), caller.terminal().value(), batch.key());
        Optional<PushedBatch> earlier = Optional.ofNullable(em.find(PushedBatch.class, key));
        if (earlier.isPresent() && earlier.get().contentHash().equals(batch.contentHash())) {
            return Json.read(earlier.get().answer(), PushAnswer.class);
        }
        PushAnswer answer = new PushAnswer(decide(events));
        // A refused event may be judged better when it comes again: the cause may have been mended meanwhile.
        if (earlier.isEmpty() && answer.results().stream().noneMatch(result -> result.status() == Status.REJECTED)) {
            em.persist(new PushedBatch(key, batch.contentHash(), Json.write(answer), nowMillis));
        }
        return answer;
    }

    private List<EventAnswer> decide(List<CheckedEvent> events) {
        List<CheckedEvent> valid =
                events.stream().filter(event -> event.content().isPresent()).toList();
        // Locked before the ledger is read: whoever else delivers these events has committed or not begun.
        streams.lock(valid.stream().map(CheckedEvent::told).toList());
        ledger.look(valid);
        List<EventAnswer> answers = new ArrayList<>();
        for (CheckedEvent event : events) {
            answers.add(event.content()
                    .map(content -> decide(event.delivered(), event.told()))
                    .orElseGet(() -> refuse(event.delivered(), ErrorCode.POS_SYNC_EVENT_INVALID, event.reason())));
        }
        streams.advance(ledger.store());
        effects.apply(ledger.news());
        for (Told told : ledger.news()) {
            if (told.content() instanceof Content.GivenUp given) {
                quarantine.settleGivenUp(told.event().terminalId(), given.discard());
            }
        }
        quarantine.settleBy(valid.stream()
                .filter(event -> ledger.hash(event.key())
                        .equals(Optional.of(event.event().hash())))
                .toList());
        if (!ledger.news().isEmpty()) {
            AfterCommit.signal(em, Topic.SALES, caller.tenant().value());
        }
        return answers;
    }

    private EventAnswer decide(Delivered delivered, Told told) {
        Event event = told.event();
        Optional<String> stored = ledger.hash(event.key());
        if (stored.isPresent() && stored.get().equals(event.hash())) {
            streams.receivedAgain(event.key());
            return EventAnswer.duplicate(delivered.index());
        }
        if (stored.isPresent()) {
            EventAnswer fork =
                    refuse(delivered, ErrorCode.POS_SYNC_EVENT_FORK, "another event was stored with this key");
            if (ledger.knows(event)) {
                quarantine.settle(delivered);
            }
            return fork;
        }
        Optional<String> contradiction = ledger.contradiction(told);
        if (contradiction.isPresent() && !ledger.knows(event)) {
            return refuse(delivered, ErrorCode.POS_SYNC_EVENT_INVALID, contradiction.get());
        }
        ledger.add(told);
        return EventAnswer.accepted(delivered.index());
    }

    private EventAnswer refuse(Delivered delivered, ErrorCode code, String reason) {
        return EventAnswer.rejected(delivered.index(), code, quarantine.keep(delivered, code, reason));
    }
}
