package outpost.catalog.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outpost.catalog.Category;
import outpost.catalog.Key;
import outpost.catalog.Product;
import outpost.catalog.User;
import outpost.fixtures.Rows;
import outpost.protocol.Entity;
import outpost.protocol.PinHash;
import outpost.values.TaxRate;
import outpost.values.reckoning.Terms;

class ShopTest extends CatalogFixture {
    private static final String HASH =
            "pbkdf2-sha256$1000$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @Test
    void categoriesComeByPlaceThenByName() {
        snapshot(
                9,
                category("d", "\"name\":\"Dairy\""),
                category("b", "\"name\":\"Bread\",\"quickKey\":1,\"colour\":\"#aa5500\",\"picture\":\"loaf\""),
                category("a", "\"name\":\"Age 18\",\"taxRateId\":\"standard\""),
                category("t", "\"name\":\"Tea\",\"quickKey\":0"),
                category("x", "\"name\":\"Unknown rate\",\"taxRateId\":\"gone\""),
                category("y", "\"names\":\"unreadable\""));

        TaxRate standard = new TaxRate("standard", "VAT 20%", 200_000);
        Key bread = new Key(Optional.of("#aa5500"), Optional.of("loaf"), Optional.of(1));
        Key tea = new Key(Optional.empty(), Optional.empty(), Optional.of(0));
        assertEquals(
                List.of(
                        new Category("t", "Tea", tea, TaxRate.NONE),
                        new Category("b", "Bread", bread, TaxRate.NONE),
                        new Category("a", "Age 18", Key.PLAIN, standard),
                        new Category("d", "Dairy", Key.PLAIN, TaxRate.NONE)),
                catalog().categories());
    }

    @Test
    void aPageHasItsCategorysProductsByPlaceThenByName() {
        snapshot(
                9,
                product("p1", "Rye", ",\"categoryId\":\"b\""),
                product("p2", "White", ",\"categoryId\":\"b\",\"quickKey\":7"),
                product("p3", "Black", ",\"categoryId\":\"b\""),
                product("p4", "Roll", ",\"categoryId\":\"b\",\"quickKey\":0"),
                product("p5", "Tea", ",\"categoryId\":\"t\",\"quickKey\":0"),
                product("p6", "Stamp", ""));

        assertEquals(List.of("Roll", "White", "Black", "Rye"), page("b", 10));
        assertEquals(List.of("Roll", "White"), page("b", 2));
        assertEquals(List.of(), page("none", 10));
        assertThrows(IllegalArgumentException.class, () -> catalog().quickKeys("b", 0));
    }

    @Test
    void aProductThatMovesIsOnItsNewPageOnly() {
        snapshot(9, product("p1", "Rye", ",\"categoryId\":\"b\""), product("p2", "Tea", ",\"categoryId\":\"t\""));

        Entity moved = product("p1", "Rye", ",\"categoryId\":\"t\",\"quickKey\":3");
        sink().apply(Rows.delta(20, new Entity(moved.type(), moved.id(), 20, moved.body())));

        assertEquals(List.of(), page("b", 10));
        assertEquals(List.of("Rye", "Tea"), page("t", 10));
        Entity renamed = product("p1", "Oats", ",\"categoryId\":\"t\",\"quickKey\":3");
        sink().apply(Rows.delta(21, new Entity(renamed.type(), renamed.id(), 21, renamed.body())));
        assertEquals(List.of("Oats", "Tea"), page("t", 10));
        sink().apply(Rows.delta(22, Rows.tombstone(moved, 22)));
        assertEquals(List.of("Tea"), page("t", 10));
    }

    @Test
    void aProductCarriesWhatTheTillAsksFor() {
        snapshot(
                9,
                product(
                        "p1",
                        "Wine",
                        ",\"minimumAge\":18,\"soldByWeight\":true,\"openPrice\":true,\"colour\":\"#112233\""));

        Product wine = catalog().find("p1").orElseThrow();

        assertEquals(Optional.of(18), wine.minimumAge());
        assertEquals(List.of(true, true), List.of(wine.soldByWeight(), wine.openPrice()));
        assertEquals(new Key(Optional.of("#112233"), Optional.empty(), Optional.empty()), wine.key());
    }

    @Test
    void onlyWhoIsActiveMayLogIn() {
        snapshot(
                9,
                user("u2", "Kim", "cashier", true),
                user("u1", "Sam", "manager", true),
                user("u3", "Lee", "cashier", false),
                new Entity(Entity.USER, "u4", 3, Optional.of("{\"name\":\"No PIN\"}")));

        PinHash pin = PinHash.parse(HASH);
        assertEquals(
                List.of(new User("u2", "Kim", "cashier", pin), new User("u1", "Sam", "manager", pin)),
                catalog().users());
    }

    @ParameterizedTest
    @CsvSource({
        "CHF, '', '', true, 5",
        "CHF, true, 10, true, 10",
        "CHF, '', 1, true, 1",
        "USD, false, '', false, 1",
        "USD, ' false ', ' 5 ', false, 5",
        "GBP, no, 0.05, true, 1",
        "GBP, '', 0, true, 1",
        "SEK, '', -5, true, 100"
    })
    void termsComeFromTheSettings(String currency, String taxIncluded, String step, boolean included, long stepMinor) {
        Rows.snapshot(
                sink(),
                9,
                List.of(
                        Rows.setting("currency", 1, currency),
                        Rows.setting("tax.included", 2, taxIncluded),
                        Rows.setting("cash.rounding", 3, step)));

        Terms expected = new Terms(Currency.getInstance(currency), included, stepMinor);
        assertEquals(Optional.of(expected), catalog().terms());
    }

    @Test
    void withoutCurrencyThereAreNoTerms() {
        Rows.snapshot(sink(), 9, List.of(Rows.setting("tax.included", 2, "false")));
        assertEquals(Optional.empty(), catalog().terms());

        sink().apply(Rows.delta(10, Rows.setting("currency", 10, "XAU"), Rows.product("p1", 10, "Tea", 100)));

        assertEquals(Optional.empty(), catalog().terms());
        assertEquals(Optional.empty(), catalog().find("p1"));
    }

    /** Rates are remembered between look-ups: a change must reach the very next one. */
    @Test
    void aNewRateHoldsFromItsChangeOn() {
        snapshot(9, Rows.product("p1", 3, "Tea", 100));
        assertEquals(200_000, catalog().find("p1").orElseThrow().taxRate().ratePpm());

        IntStream.rangeClosed(1, 5).forEach(i -> {
            sink().apply(Rows.delta(10 + i, Rows.taxRate("standard", 10 + i, "VAT", 10_000 * i)));
            assertEquals(
                    10_000 * i, catalog().find("p1").orElseThrow().taxRate().ratePpm());
        });
    }

    private List<String> page(String category, int limit) {
        return catalog().quickKeys(category, limit).stream().map(Product::name).toList();
    }

    private static Entity category(String id, String fields) {
        return new Entity(Entity.CATEGORY, id, 3, Optional.of("{" + fields + "}"));
    }

    private static Entity product(String id, String name, String more) {
        String body = "{\"name\":\"%s\",\"codes\":[\"%s\"],\"priceMinor\":1,\"priceDerived\":false%s}";
        return new Entity(Entity.PRODUCT, id, 3, Optional.of(body.formatted(name, id, more)));
    }

    private static Entity user(String id, String name, String role, boolean active) {
        String body = "{\"name\":\"%s\",\"role\":\"%s\",\"pinHash\":\"%s\",\"active\":%s}";
        return new Entity(Entity.USER, id, 3, Optional.of(body.formatted(name, role, HASH, active)));
    }
}
