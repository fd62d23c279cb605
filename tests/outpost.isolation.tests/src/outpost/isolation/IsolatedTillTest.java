package outpost.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import outpost.catalog.Product;
import outpost.fixtures.LiveTill;
import outpost.fixtures.Rows;
import outpost.outbox.OutboxCounts;
import outpost.outbox.OutboxEntry;
import outpost.protocol.Ed25519;
import outpost.protocol.Entity;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.SalePayload;
import outpost.sales.Basket;
import outpost.sales.Cash;
import outpost.sales.Receipt;
import outpost.sales.Sales;
import outpost.values.Money;
import outpost.values.Quantity;

/** A till completes its sale with nothing but its core: this framework holds none of the bundles that a till must do without. */
class IsolatedTillTest {
    private static final Set<String> CORE = Set.of(
            "outpost.values",
            "outpost.protocol",
            "outpost.store",
            "outpost.outbox",
            "outpost.catalog",
            "outpost.sales");

    @TempDir
    Path folder;

    private LiveTill till;

    @BeforeEach
    void start() {
        till = new LiveTill(folder);
    }

    @AfterEach
    void stop() {
        till.close();
    }

    @Test
    void onlyTheCoreIsInstalledAndAllOfItRuns() {
        Bundle[] installed =
                FrameworkUtil.getBundle(getClass()).getBundleContext().getBundles();
        Set<String> running = Arrays.stream(installed)
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .map(Bundle::getSymbolicName)
                .collect(Collectors.toSet());
        List<String> others = Arrays.stream(installed)
                .map(Bundle::getSymbolicName)
                .filter(name -> name.startsWith("outpost.") && !CORE.contains(name))
                .sorted()
                .toList();

        assertTrue(running.containsAll(CORE), "running: " + running);
        assertEquals(List.of("outpost.fixtures", "outpost.flyway", "outpost.isolation.tests"), others);
    }

    @Test
    @Tag("A-102")
    void aSaleIsCompletedWithItsJournalEntryAndItsEvent() {
        till.enrol("EUR");
        List<Entity> rows = new ArrayList<>(Rows.basics("EUR"));
        rows.add(Rows.product("4006381333931", 3, "Stift blau", 199));
        Rows.snapshot(till.sink(), 3, rows);
        Product pen = till.catalog().find("04006381333931").orElseThrow();
        Basket basket = new Basket(Currency.getInstance("EUR"));
        basket.add(pen, Quantity.of(3));

        Receipt receipt = till.sales()
                .complete(basket, Sales.Kind.SALE, new Cash(Money.of("EUR", 1_000)), "Kim", Optional.empty());

        assertEquals(Money.of("EUR", 597), receipt.total());
        assertEquals(Money.of("EUR", 403), receipt.change());
        till.restart();
        assertEquals(receipt, till.sales().receipt(receipt.number()).orElseThrow());
        assertEquals(1, journalled(receipt));
        assertEquals(new OutboxCounts(1, 0, 0), till.outbox().counts());
        OutboxEntry waiting =
                till.outbox().entries(List.of(OutboxEntry.State.PENDING), 10).get(0);
        assertEquals(EventType.SALE, waiting.event().type());
        assertTrue(waiting.event().isAuthentic(Ed25519.publicKey(till.terminal().publicKey())));
        assertEquals(receipt.sale(), Json.read(waiting.event().payload(), SalePayload.class));
    }

    private long journalled(Receipt receipt) {
        return till.store()
                .read(transaction -> transaction.number(
                        "SELECT count(*) FROM journal WHERE kind = 'sale' AND subject = ?", receipt.number()));
    }
}
