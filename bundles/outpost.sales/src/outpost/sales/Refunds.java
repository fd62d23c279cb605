package outpost.sales;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What can be taken back. The taking back itself is {@link OpenTicket#addReturn}; together with goods bought it is an exchange. */
@ProviderType
public interface Refunds {
    /** A receipt of this till, by the number that its code holds, and what of it came back already. Reads the disk. */
    Optional<Refundable> find(String receiptNumber);
}
