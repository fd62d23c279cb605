package outpost.outbox.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.Terminal;
import outpost.outbox.internal.EventLog.Origin;
import outpost.protocol.ErrorCode;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.Json;
import outpost.store.Transaction;
import outpost.values.PosId;

/** What the cloud's answers do to the events that were sent. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final int MAX_ATTEMPTS = 3;

    private final Terminal terminal;
    private final Histories histories;

    Answers(EventLog events, Terminal terminal) {
        this.terminal = terminal;
        this.histories = new Histories(events, terminal);
    }

    /** @param answers by the event's place; one without an answer waits again */
    void settle(Transaction transaction, List<Event> sent, Map<Integer, EventAnswer> answers) {
        Map<PosId, List<Long>> acknowledged = new LinkedHashMap<>();
        for (int index = 0; index < sent.size(); index++) {
            Event event = sent.get(index);
            Optional<EventAnswer> answer = Optional.ofNullable(answers.get(index));
            if (answer.isPresent() && answer.get().status() != EventAnswer.Status.REJECTED) {
                acknowledged
                        .computeIfAbsent(event.posId(), posId -> new ArrayList<>())
                        .add(event.localEventId());
            } else {
                settle(transaction, event, answer);
            }
        }
        acknowledged.forEach((posId, numbers) -> acknowledge(transaction, posId, numbers));
    }

    private void settle(Transaction transaction, Event event, Optional<EventAnswer> answer) {
        if (answer.isEmpty()) {
            putBack(transaction, event);
        } else if (isFork(answer.get()) && isOfThisTerminal(transaction, event)) {
            supersede(transaction, event);
        } else if (isFork(answer.get()) && OutboxRows.isElsewhere(transaction, event)) {
            OutboxRows.superseded(transaction, event.key(), "its owner wrote it again");
        } else {
            refuse(transaction, event, answer.get());
        }
    }

    static void putBack(Transaction transaction, Event event) {
        transaction.update(
                "UPDATE outbox SET state = 'pending' WHERE pos_id = ? AND local_event_id = ? AND state = 'sending'",
                event.posId().value(),
                event.localEventId());
    }

    private static void acknowledge(Transaction transaction, PosId posId, List<Long> numbers) {
        transaction.update(
                "UPDATE outbox SET state = 'acknowledged', code = NULL, reason = NULL WHERE pos_id = ?"
                        + " AND local_event_id IN (SELECT value FROM json_each(?))"
                        + " AND state NOT IN ('superseded', 'discarded')",
                posId.value(),
                Json.write(numbers));
    }

    private static boolean isFork(EventAnswer answer) {
        return answer.code().equals(Optional.of(ErrorCode.POS_SYNC_EVENT_FORK.name()));
    }

    private static boolean isOfThisTerminal(Transaction transaction, Event event) {
        return SqliteTerminal.storedIdentity(transaction)
                        .filter(identity -> identity.enrolment().terminalId().equals(event.terminalId()))
                        .isPresent()
                && transaction.number(
                                "SELECT count(*) FROM outbox WHERE pos_id = ? AND local_event_id = ? AND state = 'sending'",
                                event.posId().value(),
                                event.localEventId())
                        > 0;
    }

    /**
     * The cloud has another event under this number and so surely not this one: it goes out again under a number of its own, as the same thing that happened at
     * the same time. Readers have seen it already.
     */
    private void supersede(Transaction transaction, Event event) {
        if (OutboxRows.isElsewhere(transaction, event)) {
            OutboxRows.superseded(transaction, event.key(), "it was written again before");
            return;
        }
        renewFrom(transaction, event.posId());
        Event copy = histories.writtenAgain(transaction, event, Origin.COPY_OF_OWN);
        OutboxRows.superseded(transaction, event.key(), "written again as " + copy.key());
        LOG.atWarn()
                .addKeyValue("eventId", event.key())
                .addKeyValue("errorCode", ErrorCode.POS_SYNC_EVENT_FORK)
                .log("The cloud has another event of that number: it was written again as {}", copy.key());
    }

    /** Only the first fork of a number range needs a new one; those behind it in the same batch find it made. */
    private void renewFrom(Transaction transaction, PosId forked) {
        if (SqliteTerminal.storedIdentity(transaction).orElseThrow().posId().equals(forked)) {
            terminal.renewed(transaction);
        }
    }

    /**
     * A refused event goes behind all others, which it then neither delays nor takes part of their batches. A neighbour's event is not parked here: it stays
     * held, and is its owner's to see to.
     */
    private static void refuse(Transaction transaction, Event event, EventAnswer answer) {
        transaction.update(
                "UPDATE outbox SET attempts = attempts + 1, priority = priority + 10, code = ?, reason = ?,"
                        + " state = CASE WHEN attempts + 1 < ? THEN 'pending' WHEN own = 1 THEN 'parked' ELSE 'held' END"
                        + " WHERE pos_id = ? AND local_event_id = ? AND state = 'sending'",
                answer.code(),
                answer.message(),
                MAX_ATTEMPTS,
                event.posId().value(),
                event.localEventId());
        LOG.atWarn()
                .addKeyValue("eventId", event.key())
                .addKeyValue("errorCode", answer.code().orElse("none"))
                .log("The cloud refused an event: {}", answer.message().orElse("it does not say why"));
    }
}
