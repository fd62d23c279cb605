package outpost.sales;

import org.osgi.annotation.versioning.ProviderType;
import outpost.store.Transaction;

/** Receipts of the program that this till has replaced: they can be found, printed and taken back like any other, but count in no sum, shift or journal of this till. */
@ProviderType
public interface EarlierReceipts {
    /**
     * Keeps a receipt within the caller's transaction.
     *
     * @return whether it is new here; one with the same sale id is left as it is
     * @throws IllegalArgumentException if another sale has that receipt number
     */
    boolean keep(Transaction transaction, Receipt receipt);
}
