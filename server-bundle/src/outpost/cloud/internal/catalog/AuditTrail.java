package outpost.cloud.internal.catalog;

import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.Optional;
import outpost.cloud.internal.entity.FieldChange;
import outpost.protocol.ProductField;
import outpost.protocol.Sibling;

/** Writes down what became of each change, in the transaction that decides it. */
final class AuditTrail {
    private final EntityManager em;
    private final String tenantId;
    private final long nowMillis;

    /** What became of a change. */
    enum Outcome {
        /** It holds: its writer had seen what held before. */
        APPLIED,
        /** Others were written at the same time; it is the last one, and holds. */
        WON,
        /** Others were written at the same time; a later one holds. */
        LOST,
        /** Others were written at the same time; they say the same. */
        AGREED,
        /** Others were written at the same time; a person has to decide. */
        CONFLICT,
        /** When it came, somebody who had seen it had changed the field again. */
        REPLACED,
        /** The product is not there any more. */
        GONE,
        /** It names a tax rate that is not there, or the field has been changed by more than can be kept. */
        REFUSED,
        /** A person decided so. */
        DECIDED
    }

    AuditTrail(EntityManager em, String tenantId, long nowMillis) {
        this.em = em;
        this.tenantId = tenantId;
        this.nowMillis = nowMillis;
    }

    /**
     * Notes a change; one that is noted already stays so, as it may come under two events' keys.
     *
     * @param by who made it
     * @param before what held before
     */
    void note(
            String productId, ProductField field, Sibling change, String by, Outcome outcome, Optional<String> before) {
        FieldChange.Key key = new FieldChange.Key(tenantId, productId, field, change.dot());
        if (em.find(FieldChange.class, key) == null) {
            em.persist(new FieldChange(key, change, by, outcome.name().toLowerCase(Locale.ROOT), before, nowMillis));
        }
    }
}
