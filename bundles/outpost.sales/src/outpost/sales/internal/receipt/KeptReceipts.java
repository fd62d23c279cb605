package outpost.sales.internal.receipt;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.protocol.Json;
import outpost.sales.EarlierReceipts;
import outpost.sales.Receipt;
import outpost.sales.internal.journal.Journal;
import outpost.store.Transaction;
import outpost.values.PosId;

/** Earlier receipts among this till's own, in a number range of theirs. */
@Component
public final class KeptReceipts implements EarlierReceipts {
    private static final PosId EARLIER = new PosId("earlier");

    /** @param journal has brought the tables that this writes to */
    @Activate
    public KeptReceipts(@Reference Journal journal) {}

    @Override
    public boolean keep(Transaction transaction, Receipt receipt) {
        String saleId = receipt.sale().saleId().toString();
        Optional<String> holder = transaction.first(
                "SELECT sale_id FROM receipts WHERE sale_id = ? OR number = ?",
                row -> row.text("sale_id"),
                saleId,
                receipt.number());
        if (holder.isPresent() && !holder.get().equals(saleId)) {
            throw new IllegalArgumentException("another receipt has the number " + receipt.number());
        }
        if (holder.isEmpty()) {
            long sequence = transaction.number(
                    "SELECT coalesce(max(sequence), 0) + 1 FROM receipts WHERE pos_id = ?", EARLIER.value());
            ReceiptRows.insert(transaction, receipt, Json.write(receipt.sale()), EARLIER, sequence);
        }
        return holder.isEmpty();
    }
}
