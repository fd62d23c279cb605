package outpost.sales.internal.receipt;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.outbox.OutboxEntry;
import outpost.outbox.OutboxEntry.State;
import outpost.sales.Basket;
import outpost.sales.Cash;
import outpost.sales.Receipt;
import outpost.sales.Sales;
import outpost.sales.Sales.Kind;
import outpost.sales.internal.journal.Journal;
import outpost.store.Store;
import outpost.values.Money;
import outpost.values.Quantity;
import outpost.values.TaxRate;

/** A till that sells. */
abstract class SalesFixture {
    static final TaxRate STANDARD = new TaxRate("standard", "VAT 20%", 200_000);

    static final List<String> TABLES =
            List.of("receipts", "receipt_items", "receipt_tenders", "rung", "journal", "outbox", "shifts");

    @TempDir
    Path folder;

    LiveTill till;

    @BeforeEach
    void start() {
        till = new LiveTill(folder);
        till.enrol("GBP");
    }

    @AfterEach
    void stop() {
        till.close();
    }

    Sales salesOn(Store store, Clock clock) {
        Journal journal = new Journal(store, till.terminal(), till.outbox(), clock);
        return new SqliteSales(store, journal, new SaleBook(journal, UUID::randomUUID));
    }

    Receipt sell(long units, long priceMinor) {
        return complete(basket(units, priceMinor), Kind.SALE, cash(units * priceMinor));
    }

    Receipt complete(Basket basket, Kind kind, Cash cash) {
        return till.sales().complete(basket, kind, cash, "Kim", Optional.empty());
    }

    static Basket basket(long units, long priceMinor) {
        Basket basket = new Basket(Currency.getInstance("GBP"));
        basket.addOpen("85123A", "Tea light", Quantity.of(units), Money.of("GBP", priceMinor), STANDARD);
        return basket;
    }

    static Cash cash(long minor) {
        return new Cash(Money.of("GBP", minor));
    }

    List<OutboxEntry> events() {
        return till.outbox().entries(List.of(State.values()), 1_000);
    }

    List<String> journal() {
        return till.store()
                .read(transaction -> transaction.query(
                        "SELECT * FROM journal ORDER BY seq", row -> row.text("kind") + " " + row.text("subject")));
    }

    List<Long> sizes() {
        List<Long> sizes = new ArrayList<>();
        for (String table : TABLES) {
            sizes.add(till.store().read(transaction -> transaction.number("SELECT count(*) FROM " + table)));
        }
        return sizes;
    }
}
