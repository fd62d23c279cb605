package outpost.sales;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The receipts of this till. Not on the UI thread: every call reads or writes the disk. */
@ProviderType
public interface Receipts {
    /**
     * The newest first.
     *
     * @param text part of the number, the reference, the customer's name or the cashier's; empty: all
     * @param businessDay that day's only
     * @param limit at most so many, 1 to 1,000
     */
    List<Receipt> search(String text, Optional<LocalDate> businessDay, int limit);

    /**
     * A copy to print, marked as such and noted in the journal. Needs {@link Right#REPRINT}.
     *
     * @throws RefusedException if there is no such receipt
     */
    ReceiptCopy reprint(String number, Grounds grounds);
}
