package outpost.outbox;

import java.net.URI;
import java.util.Currency;
import outpost.protocol.EnrolAnswer;
import outpost.values.PosId;

/**
 * Who an enrolled till is.
 *
 * @param posId names this database file
 * @param cloud the cloud's root
 */
public record Identity(EnrolAnswer enrolment, PosId posId, URI cloud) {
    public Currency currency() {
        return Currency.getInstance(enrolment.currency());
    }
}
