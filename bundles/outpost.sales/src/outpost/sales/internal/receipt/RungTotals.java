package outpost.sales.internal.receipt;

import java.util.Currency;
import outpost.sales.Receipt;
import outpost.sales.Rung;
import outpost.sales.Sales.Kind;
import outpost.store.Transaction;
import outpost.values.Money;

/** The running sums of what was rung; they change in the transaction of each receipt, so that they cannot differ from it. */
final class RungTotals {
    private RungTotals() {}

    static Rung load(Transaction transaction, Currency currency) {
        return transaction
                .first(
                        "SELECT * FROM rung WHERE currency = ?",
                        row -> new Rung(
                                row.number("sales"),
                                row.number("refunds"),
                                row.number("lines"),
                                new Money(currency, row.number("net_minor"))),
                        currency.getCurrencyCode())
                .orElse(new Rung(0, 0, 0, Money.zero(currency)));
    }

    /** Adds here and not in SQL, where a sum that is too large would silently become a floating-point number. */
    static void add(Transaction transaction, Receipt receipt) {
        Money total = receipt.total();
        Rung before = load(transaction, total.currency());
        transaction.update(
                "INSERT OR REPLACE INTO rung (currency, sales, refunds, lines, net_minor) VALUES (?, ?, ?, ?, ?)",
                total.currency().getCurrencyCode(),
                before.sales() + (receipt.kind() == Kind.SALE ? 1 : 0),
                before.refunds() + (receipt.kind() == Kind.REFUND ? 1 : 0),
                before.lines() + receipt.sale().lines().size(),
                before.net().plus(total).minor());
    }
}
