package outpost.sales;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What can be taken back. The taking back itself is {@link OpenTicket#addReturn}; together with goods bought it is an exchange. */
@ProviderType
public interface Refunds {
    /**
     * A receipt of this till, or of another lane of the branch as far as it has come here, by the number that its code holds, and what of it came back already:
     * here, and at the other lanes as far as this till knows. Reads the disk.
     */
    Optional<Refundable> find(String receiptNumber);
}
