package outpost.outbox;

import java.net.URI;
import java.util.Currency;
import java.util.Optional;
import outpost.protocol.EnrolAnswer;
import outpost.values.PosId;

/**
 * Who an enrolled till is.
 *
 * @param posId names this database file
 * @param cloud the cloud's root
 * @param pin of the cloud's key, as {@link outpost.protocol.CloudTrust} means it; absent where certificate authorities vouch for the cloud
 */
public record Identity(EnrolAnswer enrolment, PosId posId, URI cloud, Optional<String> pin) {
    public Currency currency() {
        return Currency.getInstance(enrolment.currency());
    }
}
