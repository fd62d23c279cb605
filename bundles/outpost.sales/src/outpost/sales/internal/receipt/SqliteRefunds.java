package outpost.sales.internal.receipt;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.sales.Receipt;
import outpost.sales.Refundable;
import outpost.sales.RefundableLine;
import outpost.sales.Refunds;
import outpost.sales.Training;
import outpost.store.Store;
import outpost.store.Transaction;
import outpost.values.Quantity;
import outpost.values.reckoning.Paid;
import outpost.values.reckoning.Reckoned;

/** What can come back, from the receipts themselves. */
@Component
public final class SqliteRefunds implements Refunds {
    private final Store store;
    private final Training training;
    private final BranchReceipts branch;

    @Activate
    public SqliteRefunds(@Reference Store store, @Reference Training training, @Reference BranchReceipts branch) {
        this.store = store;
        this.training = training;
        this.branch = branch;
    }

    @Override
    public Optional<Refundable> find(String receiptNumber) {
        String number = receiptNumber.strip();
        return store.read(transaction -> ReceiptRows.select(transaction, "WHERE number = ?", number).stream()
                        .findFirst())
                .or(() -> branch.find(number))
                // Nobody pays out real money for goods that were sold for practice, and the other way round.
                .filter(receipt -> receipt.sale().counts() != training.isOn())
                .map(receipt -> store.read(transaction -> refundable(transaction, receipt)));
    }

    private static Refundable refundable(Transaction transaction, Receipt receipt) {
        SalePayload sale = receipt.sale();
        Reckoned reckoned = sale.reckoned();
        List<RefundableLine> lines = new ArrayList<>();
        for (int i = 0; i < sale.lines().size(); i++) {
            SaleLine line = sale.lines().get(i);
            Optional<Paid> paid = line.quantityMilli() < 0
                    ? Optional.empty()
                    : Optional.of(new Paid(
                            new Quantity(line.quantityMilli()),
                            line.totalMinor(),
                            reckoned.lines().get(i).taxMinor()));
            long refunded = SaleBook.refundedMilli(transaction, receipt.number(), line.lineNo());
            lines.add(new RefundableLine(
                    receipt.number(), Currency.getInstance(sale.currency()), line, paid, new Quantity(refunded)));
        }
        return new Refundable(receipt, lines);
    }
}
