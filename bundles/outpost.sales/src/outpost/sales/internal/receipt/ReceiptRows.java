package outpost.sales.internal.receipt;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import outpost.protocol.Json;
import outpost.protocol.SaleLine;
import outpost.protocol.SaleLineRef;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTax;
import outpost.protocol.SaleTender;
import outpost.sales.Receipt;
import outpost.sales.Sales.Kind;
import outpost.store.Transaction;
import outpost.store.Transaction.Row;
import outpost.values.PosId;

/** How a receipt lies in its three tables, and how the same receipt is read back. */
public final class ReceiptRows {
    private ReceiptRows() {}

    /**
     * @param payload the receipt's sale as it is sent
     * @param sequence of the real ones from 1 up, of those made in training from -1 down
     */
    static void insert(Transaction transaction, Receipt receipt, String payload, PosId posId, long sequence) {
        SalePayload sale = receipt.sale();
        transaction.update(
                "INSERT INTO receipts (number, pos_id, sequence, sale_id, kind, completed_at, cashier, reference,"
                        + " currency, total_minor, payload, shift_id, business_day, training)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                receipt.number(),
                posId.value(),
                sequence,
                sale.saleId().toString(),
                name(receipt.kind()),
                DateTimeFormatter.ISO_ZONED_DATE_TIME.format(receipt.completedAt()),
                sale.cashier(),
                sale.reference(),
                sale.currency(),
                sale.totalMinor(),
                payload,
                sale.shiftId(),
                sale.businessDay(),
                !sale.counts());
        transaction.updateAll(
                "INSERT INTO receipt_items (number, line_no, product_id, code, name, quantity_milli, unit_price_minor,"
                        + " total_minor, tax_rate_id, tax_rate_ppm, refund_of, refund_of_line)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                sale.lines().stream().map(line -> item(receipt.number(), line)).toList());
        int tenderNo = 0;
        for (SaleTender tender : sale.tenders()) {
            transaction.update(
                    "INSERT INTO receipt_tenders (number, tender_no, type, amount_minor, tendered_minor, change_minor)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    receipt.number(),
                    ++tenderNo,
                    tender.type(),
                    tender.amountMinor(),
                    tender.tenderedMinor(),
                    tender.changeMinor());
        }
    }

    /** The receipts that this end of a SELECT over {@code receipts} names, in its order. */
    public static List<Receipt> select(Transaction transaction, String condition, Object... arguments) {
        return transaction.query("SELECT * FROM receipts " + condition, row -> receipt(transaction, row), arguments);
    }

    static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Object[] item(String number, SaleLine line) {
        return new Object[] {
            number,
            line.lineNo(),
            line.productId(),
            line.code(),
            line.name(),
            line.quantityMilli(),
            line.unitPriceMinor(),
            line.totalMinor(),
            line.taxRateId(),
            line.taxRatePpm(),
            line.refundOf().map(SaleLineRef::receiptNumber),
            line.refundOf().map(SaleLineRef::lineNo)
        };
    }

    private static Receipt receipt(Transaction transaction, Row row) {
        SalePayload sale = row.optionalText("payload")
                .map(payload -> Json.read(payload, SalePayload.class))
                .orElseGet(() -> saleOfVersion1(transaction, row));
        return new Receipt(
                Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                ZonedDateTime.parse(row.text("completed_at")),
                sale);
    }

    /** Version 1 of these tables kept no payload, as a sale was no more than its rows. */
    private static SalePayload saleOfVersion1(Transaction transaction, Row row) {
        String number = row.text("number");
        String currency = row.text("currency");
        List<SaleLine> lines = transaction.query(
                "SELECT * FROM receipt_items WHERE number = ? ORDER BY line_no", ReceiptRows::line, number);
        List<SaleTender> tenders = transaction.query(
                "SELECT * FROM receipt_tenders WHERE number = ? ORDER BY tender_no", ReceiptRows::tender, number);
        return new SalePayload(
                UUID.fromString(row.text("sale_id")),
                number,
                row.optionalText("reference"),
                currency,
                row.text("cashier"),
                lines,
                SaleTax.of(currency, lines),
                tenders,
                row.number("total_minor"));
    }

    private static SaleLine line(Row row) {
        return new SaleLine(
                (int) row.number("line_no"),
                row.optionalText("product_id"),
                row.text("code"),
                row.text("name"),
                row.number("quantity_milli"),
                row.number("unit_price_minor"),
                row.number("total_minor"),
                row.text("tax_rate_id"),
                (int) row.number("tax_rate_ppm"));
    }

    private static SaleTender tender(Row row) {
        return new SaleTender(
                row.text("type"), row.number("amount_minor"), row.number("tendered_minor"), row.number("change_minor"));
    }
}
