package outpost.catalog.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outpost.catalog.Product;
import outpost.fixtures.Rows;
import outpost.fixtures.TappedStore;
import outpost.protocol.Entity;
import outpost.values.Money;
import outpost.values.TaxRate;

class LookUpTest extends CatalogFixture {
    @ParameterizedTest
    @CsvSource({
        "4006381333931, 4006381333931",
        "4006381333931, 04006381333931",
        "4006381333931, ' 4006381333931 '",
        "036000291452, 0036000291452",
        "0036000291452, 036000291452",
        "00036000291452, 036000291452",
        "96385074, 00000096385074",
        "85123A, 85123A",
        "4006381333932, 4006381333932"
    })
    @Tag("A-107")
    void everyFormOfACodeFindsItsProduct(String stored, String scanned) {
        snapshot(9, Rows.product("p1", 3, "Pen", 199, List.of(stored)));

        assertEquals("p1", catalog().find(scanned).orElseThrow().id());
    }

    @ParameterizedTest
    @CsvSource({"85123a", "4006381333932", "''", "p2", "%"})
    void anotherCodeFindsNothing(String scanned) {
        snapshot(9, Rows.product("p1", 3, "Pen", 199, List.of("85123A", "4006381333931")));

        assertEquals(Optional.empty(), catalog().find(scanned));
    }

    @Test
    void aProductIsAsTheCloudGaveIt() {
        Rows.snapshot(
                sink(),
                9,
                List.of(
                        Rows.setting("currency", 1, "JPY"),
                        Rows.taxRate("standard", 2, "Tax 8.875%", 88_750),
                        Rows.product("p1", 3, "Чай «Ahmad»", 1_200, List.of("4006381333931", "85123A"))));

        Product expected = new Product(
                "p1",
                "Чай «Ahmad»",
                List.of("4006381333931", "85123A"),
                Money.of("JPY", 1_200),
                false,
                new TaxRate("standard", "Tax 8.875%", 88_750),
                Optional.empty());
        assertEquals(Optional.of(expected), catalog().find("85123A"));
        assertEquals(List.of(expected), catalog().search("чай", 10));
    }

    @Test
    void aProductWithoutTaxRateContainsNoTax() {
        String body = "{\"name\":\"Stamp\",\"codes\":[\"S1\"],\"priceMinor\":85,\"priceDerived\":true}";
        snapshot(9, new Entity(Entity.PRODUCT, "p1", 3, Optional.of(body)));

        Product stamp = catalog().find("S1").orElseThrow();
        assertEquals(TaxRate.NONE, stamp.taxRate());
        assertTrue(stamp.priceDerived());
    }

    @Test
    void whereTwoProductsClaimACodeTheLastChangeHasIt() {
        snapshot(9, Rows.product("p1", 7, "New", 2, List.of("C")), Rows.product("p2", 3, "Old", 1, List.of("C")));

        assertEquals("New", catalog().find("C").orElseThrow().name());
    }

    @Test
    @Tag("A-308")
    void aProductIsNotOfferedBeforeItsTaxRateIsHere() {
        Entity tea = Rows.product("p1", 3, "Tea", 199, List.of("T1"));
        Rows.snapshot(sink(), 9, List.of(Rows.setting("currency", 1, "GBP"), tea));
        assertEquals(Optional.empty(), catalog().find("T1"));
        assertEquals(List.of(), found("tea"));

        sink().apply(Rows.delta(10, Rows.taxRate("standard", 10, "VAT", 200_000)));

        assertEquals("Tea", catalog().find("T1").orElseThrow().name());
    }

    @Test
    void withoutAKnownCurrencyNothingIsOffered() {
        Entity tea = Rows.product("p1", 3, "Tea", 199, List.of("T1"));
        Rows.snapshot(sink(), 9, List.of(Rows.taxRate("standard", 2, "VAT", 1), tea));
        assertEquals(Optional.empty(), catalog().find("T1"));

        sink().apply(Rows.delta(10, Rows.setting("currency", 10, "no currency")));
        assertEquals(Optional.empty(), catalog().find("T1"));

        sink().apply(Rows.delta(11, Rows.setting("currency", 11, "KWD")));
        assertEquals(Money.of("KWD", 199), catalog().find("T1").orElseThrow().price());
    }

    @Test
    @Tag("A-307")
    void settingsAreTheCloudsAndAbsentOnesAreEmpty() {
        snapshot(9, Rows.setting("receipt.header", 3, "Shop\nStreet"));

        assertEquals(Optional.of("Shop\nStreet"), catalog().setting("receipt.header"));
        assertEquals(Optional.empty(), catalog().setting("receipt.footer"));
    }

    @Test
    void noCallWalksThroughTheWholeCatalog() {
        snapshot(9, Rows.product("p1", 3, "Tea", 199, List.of("T1")));
        SqliteCatalog watched = new SqliteCatalog(
                TappedStore.withoutScansOf(List.of("catalog_entities", "product_codes", "c", "e", "p"), till.store()));

        assertTrue(watched.find("T1").isPresent());
        assertEquals(1, watched.search("t", 10).size());
        assertTrue(watched.setting("currency").isPresent());
        watched.apply(Rows.delta(10, Rows.product("p1", 10, "Coffee", 1), Rows.product("p2", 10, "Cup", 2)));
        assertEquals("Cup", watched.find("p2").orElseThrow().name());
    }
}
