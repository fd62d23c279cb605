package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.entity.QuarantinedEvent;
import outpost.cloud.internal.store.KeyedRows;
import outpost.protocol.DiscardPayload;
import outpost.protocol.ErrorCode;
import outpost.protocol.Sha256;
import outpost.values.TerminalId;

/** Keeps what is refused, in the transaction that refuses it: nothing that a till sent is dropped. */
final class Quarantine {
    private static final int REASON_CHARS = 1_000;
    private static final KeyedRows CONTENTS = new KeyedRows("quarantined_event", "payload_hash", "VARCHAR");

    private final EntityManager em;
    private final Caller.Lane caller;
    private final long nowMillis;

    Quarantine(EntityManager em, Caller.Lane caller, long nowMillis) {
        this.em = em;
        this.caller = caller;
        this.nowMillis = nowMillis;
    }

    /** Keeps the event, and returns the reason as it is kept. */
    String keep(Delivered delivered, ErrorCode code, String reason) {
        String text = delivered.text();
        String id = Sha256.hex(text);
        QuarantinedEvent event = find(id);
        if (event == null) {
            event = new QuarantinedEvent(
                    new QuarantinedEvent.Key(caller.tenant().value(), id),
                    caller.terminal().value(),
                    caller.branch().value(),
                    text);
            event.claims(
                    delivered.id("terminalId"),
                    delivered.id("posId"),
                    delivered.number("localEventId"),
                    delivered.id("payloadHash"));
            em.persist(event);
        }
        String kept = storable(reason);
        event.refused(code.name(), kept, nowMillis);
        return kept;
    }

    /** Notes that the ledger knows what a refused event tells, so that nobody need look at it. */
    void settle(Delivered refused) {
        find(Sha256.hex(refused.text())).settle(nowMillis);
    }

    /** Looks for what was refused before and is settled by these: forks that told the same, and these very events. */
    void settleBy(List<CheckedEvent> stored) {
        stored.stream()
                .collect(Collectors.groupingBy(event -> event.key().terminalId()))
                .forEach(this::settleBy);
    }

    /** Notes that a person has given these up: they looked at them already. */
    void settleGivenUp(TerminalId terminal, DiscardPayload discard) {
        em.createQuery(
                        "SELECT q FROM QuarantinedEvent q WHERE q.tenantId = :tenant AND q.terminalId = :terminal"
                                + " AND q.posId = :pos AND q.localEventId = :number",
                        QuarantinedEvent.class)
                .setParameter("tenant", caller.tenant().value())
                .setParameter("terminal", terminal.value())
                .setParameter("pos", discard.posId().value())
                .setParameter("number", discard.localEventId())
                .getResultList()
                .forEach(refused -> refused.settle(nowMillis));
    }

    private void settleBy(TerminalId terminal, List<CheckedEvent> stored) {
        Map<String, String> others = Map.of("tenant_id", caller.tenant().value(), "terminal_id", terminal.value());
        List<String> hashes = stored.stream()
                .map(event -> event.event().payloadHash())
                .distinct()
                .toList();
        for (String id : CONTENTS.find(em, "r.quarantine_id", others, hashes, row -> row.getString(1))) {
            QuarantinedEvent refused = find(id);
            if (refused.code().equals(ErrorCode.POS_SYNC_EVENT_FORK.name())
                    || stored.stream()
                            .anyMatch(event ->
                                    Sha256.hex(event.delivered().text()).equals(id))) {
                refused.settle(nowMillis);
            }
        }
    }

    private QuarantinedEvent find(String id) {
        return em.find(
                QuarantinedEvent.class, new QuarantinedEvent.Key(caller.tenant().value(), id));
    }

    /** A reason may quote the event, and with it whatever characters it holds. */
    private static String storable(String reason) {
        String printable = reason.replaceAll("[^\\x20-\\x7E]", "?");
        return printable.length() <= REASON_CHARS ? printable : printable.substring(0, REASON_CHARS);
    }
}
