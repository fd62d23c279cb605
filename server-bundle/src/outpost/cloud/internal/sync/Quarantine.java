package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.entity.QuarantinedEvent;
import outpost.protocol.ErrorCode;
import outpost.protocol.Sha256;

/** Keeps what is refused, in the transaction that refuses it: nothing that a till sent is dropped. */
final class Quarantine {
    private static final int REASON_CHARS = 1_000;

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
        QuarantinedEvent.Key key = new QuarantinedEvent.Key(caller.tenant().value(), Sha256.hex(text));
        QuarantinedEvent event = em.find(QuarantinedEvent.class, key);
        if (event == null) {
            event = new QuarantinedEvent(
                    key, caller.terminal().value(), caller.branch().value(), text);
            event.claims(delivered.id("terminalId"), delivered.id("posId"), delivered.number("localEventId"));
            em.persist(event);
        }
        String kept = storable(reason);
        event.refused(code.name(), kept, nowMillis);
        return kept;
    }

    /** A reason may quote the event, and with it whatever characters it holds. */
    private static String storable(String reason) {
        String printable = reason.replaceAll("[^\\x20-\\x7E]", "?");
        return printable.length() <= REASON_CHARS ? printable : printable.substring(0, REASON_CHARS);
    }
}
