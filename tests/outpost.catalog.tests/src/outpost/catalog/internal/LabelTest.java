package outpost.catalog.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.catalog.Scanned;
import outpost.fixtures.Rows;
import outpost.protocol.Entity;
import outpost.values.Gtin;
import outpost.values.Money;
import outpost.values.Quantity;

class LabelTest extends CatalogFixture {
    private static final String LAYOUTS =
            """
            21IIIIIWWwwwC
            22IIIIIWwwwVC
            23IIIIIPPPppC
            24IIIIIPPPPPC
            25IIIIIINNNNC
            02IIIIVPPPppC
            """;

    @ParameterizedTest
    @CsvSource({
        "211234501250, 1.25",
        "211234500005, 0.005",
        "211234599999, 99.999",
        "221234512507, 1.25",
        "250001230012, 12"
    })
    @Tag("A-108")
    void aLabelSaysHowMuchItIs(String digits, String quantity) {
        snapshot(9, Rows.setting("codes.embedded", 4, LAYOUTS), cheese("12345", "123"));

        Scanned scanned = scan(digits).orElseThrow();

        assertEquals("Cheese", scanned.product().name());
        assertEquals(Optional.of(Quantity.parse(quantity)), scanned.quantity());
        assertEquals(Optional.empty(), scanned.price());
    }

    @ParameterizedTest
    @CsvSource({"231234501999, 1999", "241234500019, 1900", "021234700299, 299"})
    @Tag("A-108")
    void aLabelSaysWhatItCosts(String digits, long priceMinor) {
        snapshot(9, Rows.setting("codes.embedded", 4, LAYOUTS), cheese("12345", "1234"));

        Scanned scanned = scan(digits).orElseThrow();

        assertEquals(Optional.of(Money.of("GBP", priceMinor)), scanned.price());
        assertEquals(Optional.empty(), scanned.quantity());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "2112345000008"})
    void anItemIsInTheCatalogByItsNumberOrByTheLabelWithoutMeasure(String code) {
        snapshot(9, Rows.setting("codes.embedded", 4, LAYOUTS), cheese(code));

        assertEquals("Cheese", scan("211234501250").orElseThrow().product().name());
    }

    @Test
    void leadingZerosOfAnItemsNumberMayBeLeftOut() {
        snapshot(9, Rows.setting("codes.embedded", 4, LAYOUTS), cheese("42"));

        assertEquals("Cheese", scan("210004201250").orElseThrow().product().name());
    }

    @Test
    void theTwelveDigitsOfAnAmericanScaleAreALabelToo() {
        snapshot(9, Rows.setting("codes.embedded", 4, LAYOUTS), cheese("1234"));
        String upc = Gtin.withCheckDigit("21234700299").digits14().substring(2);

        assertEquals(
                Optional.of(Money.of("GBP", 299)),
                catalog().scan(upc).orElseThrow().price());
    }

    @Test
    void aProductsOwnCodeComesBeforeEveryLayout() {
        String own = Gtin.withCheckDigit("211234501250").digits14().substring(1);
        snapshot(
                9,
                Rows.setting("codes.embedded", 4, LAYOUTS),
                cheese("12345"),
                Rows.product("p2", 6, "Book", 900, List.of(own)));

        Scanned scanned = catalog().scan(own).orElseThrow();

        assertEquals("Book", scanned.product().name());
        assertEquals(Optional.empty(), scanned.quantity());
    }

    @ParameterizedTest
    @ValueSource(strings = {"211234500000", "231234500000", "219999901250", "261234501250", "400638133393"})
    void nothingMeasuredAnotherItemOrAnotherPrefixIsUnknown(String digits) {
        snapshot(9, Rows.setting("codes.embedded", 4, LAYOUTS), cheese("12345"));

        assertEquals(Optional.empty(), scan(digits));
    }

    @Test
    void aMisreadLabelIsUnknown() {
        snapshot(9, Rows.setting("codes.embedded", 4, LAYOUTS), cheese("12345"));
        String label = Gtin.withCheckDigit("211234501250").digits14().substring(1);
        String misread = label.substring(0, 12) + (label.charAt(12) == '9' ? '0' : (char) (label.charAt(12) + 1));

        assertTrue(catalog().scan(label).isPresent());
        assertEquals(Optional.empty(), catalog().scan(misread));
    }

    @Test
    void withoutTheSettingThereAreNoLabels() {
        snapshot(9, cheese("12345"));

        assertEquals(Optional.empty(), scan("211234501250"));
        assertEquals("Cheese", catalog().scan("12345").orElseThrow().product().name());
    }

    @Test
    void aLineThatIsNoLayoutStopsNoOther() {
        String lines =
                "21IIIIIWWwwwC is weight\nnonsense\n21IIIIIIIIIIC\nIIIIIIIWWwwwC\n23IIIIIWPPppPC\n\n21IIIIIWWwwwC";
        snapshot(9, Rows.setting("codes.embedded", 4, lines), cheese("12345"));

        assertTrue(scan("211234501250").isPresent());
    }

    @Test
    void aPriceWithMoreDecimalsThanTheCurrencyHasIsUnknown() {
        Rows.snapshot(
                sink(),
                9,
                List.of(
                        Rows.setting("currency", 1, "JPY"),
                        Rows.taxRate("standard", 2, "Tax", 100_000),
                        Rows.setting("codes.embedded", 4, "23IIIIIPPPppC\n24IIIIIPPPPPC"),
                        cheese("12345")));

        assertEquals(Optional.empty(), scan("231234500199"));
        assertEquals(
                Optional.of(Money.of("JPY", 199)),
                scan("241234500199").orElseThrow().price());
    }

    private Optional<Scanned> scan(String digitsBeforeCheckDigit) {
        return catalog()
                .scan(Gtin.withCheckDigit(digitsBeforeCheckDigit).digits14().substring(1));
    }

    private static Entity cheese(String... codes) {
        return Rows.product("p1", 5, "Cheese", 1_990, List.of(codes));
    }
}
