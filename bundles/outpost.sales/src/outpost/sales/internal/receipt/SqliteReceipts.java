package outpost.sales.internal.receipt;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.sales.Demand;
import outpost.sales.Grounds;
import outpost.sales.Receipt;
import outpost.sales.ReceiptCopy;
import outpost.sales.Receipts;
import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.sales.Right;
import outpost.sales.User;
import outpost.sales.internal.journal.Act;
import outpost.sales.internal.journal.Journal;
import outpost.sales.internal.staff.PinStaff;
import outpost.store.Store;

/** Finds receipts and counts their copies. */
@Component
public final class SqliteReceipts implements Receipts {
    private static final int MAX_RESULTS = 1_000;

    private final Store store;
    private final Journal journal;
    private final PinStaff staff;

    @Activate
    public SqliteReceipts(@Reference Store store, @Reference Journal journal, @Reference PinStaff staff) {
        this.store = store;
        this.journal = journal;
        this.staff = staff;
    }

    @Override
    public List<Receipt> search(String text, Optional<LocalDate> businessDay, int limit) {
        if (limit < 1 || limit > MAX_RESULTS) {
            throw new IllegalArgumentException("limit is " + limit + ", must be 1 to " + MAX_RESULTS);
        }
        String sought = text.strip();
        String pattern = "%" + sought.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        Optional<String> day = businessDay.map(LocalDate::toString);
        return store.read(transaction -> ReceiptRows.select(
                transaction,
                "WHERE (? IS NULL OR business_day = ?) AND (? = '' OR number LIKE ? ESCAPE '\\'"
                        + " OR reference LIKE ? ESCAPE '\\' OR cashier LIKE ? ESCAPE '\\'"
                        + " OR json_extract(payload, '$.customerName') LIKE ? ESCAPE '\\')"
                        + " ORDER BY rowid DESC LIMIT ?",
                day,
                day,
                sought,
                pattern,
                pattern,
                pattern,
                pattern,
                limit));
    }

    @Override
    public ReceiptCopy reprint(String number, Grounds grounds) {
        User user = staff.require(Demand.of(Right.REPRINT), grounds);
        ReceiptCopy copy = store.write(transaction -> {
            if (transaction.update("UPDATE receipts SET copies = copies + 1 WHERE number = ?", number) == 0) {
                throw new RefusedException(Refusal.NO_SUCH_RECEIPT, number);
            }
            int copyNo = (int) transaction.number("SELECT copies FROM receipts WHERE number = ?", number);
            journal.enter(
                    transaction,
                    Act.of(journal.now(), "reprint", number, user)
                            .because(grounds)
                            .with("copy", copyNo));
            return new ReceiptCopy(
                    ReceiptRows.select(transaction, "WHERE number = ?", number).get(0), copyNo);
        });
        staff.spend(grounds);
        return copy;
    }
}
