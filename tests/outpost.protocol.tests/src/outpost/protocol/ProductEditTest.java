package outpost.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outpost.protocol.ProductEdit.Change;
import outpost.values.Dot;
import outpost.values.HlcStamp;
import outpost.values.PosId;
import outpost.values.TerminalId;
import outpost.values.VersionVector;

class ProductEditTest {
    private static final ProductBody MILK =
            new ProductBody("Milk", List.of("4006381333931"), 199, true, Optional.of("standard"), Optional.of("dairy"));
    private static final VersionVector SEEN = VersionVector.of(new Dot(Sibling.CLOUD, 12));

    @Test
    void theDifferencesOfTwoProductsMakeTheOneOfTheOther() {
        ProductBody changed = new ProductBody(
                "Fresh \"milk\" ½ l",
                List.of("4006381333931", "MILK"),
                249,
                false,
                Optional.empty(),
                Optional.of("dairy"),
                Optional.of(18),
                Optional.of("#ffffff"),
                Optional.empty(),
                Optional.of(3),
                Optional.of(true),
                Optional.empty());

        Map<ProductField, Optional<String>> differences = ProductField.differences(MILK, changed);

        assertEquals(
                Set.of(
                        ProductField.NAME,
                        ProductField.CODES,
                        ProductField.PRICE,
                        ProductField.TAX_RATE,
                        ProductField.MINIMUM_AGE,
                        ProductField.COLOUR,
                        ProductField.QUICK_KEY,
                        ProductField.SOLD_BY_WEIGHT),
                differences.keySet());
        assertEquals(Optional.of("249"), differences.get(ProductField.PRICE));
        assertEquals(Optional.empty(), differences.get(ProductField.TAX_RATE));
        assertEquals(changed, ProductField.with(MILK, differences));
        assertEquals(Map.of(), ProductField.differences(MILK, MILK));
    }

    @Test
    void aDerivedPriceStaysSoWhereItIsGivenAgain() {
        assertEquals(MILK, ProductField.with(MILK, Map.of(ProductField.PRICE, Optional.of("199"))));
        assertFalse(ProductField.with(MILK, Map.of(ProductField.PRICE, Optional.of("200")))
                .priceDerived());
    }

    @Test
    void whatIsNoValueOfItsFieldIsRefused() {
        for (Map.Entry<ProductField, String> wrong : List.of(
                Map.entry(ProductField.NAME, "\"\""),
                Map.entry(ProductField.NAME, "7"),
                Map.entry(ProductField.NAME, "Milk"),
                Map.entry(ProductField.CODES, "[]"),
                Map.entry(ProductField.PRICE, "-1"),
                Map.entry(ProductField.PRICE, "1.5"),
                Map.entry(ProductField.PRICE, "\"199\""),
                Map.entry(ProductField.PRICE, " 199"),
                Map.entry(ProductField.PRICE, "null"),
                Map.entry(ProductField.COLOUR, "\"red\""),
                Map.entry(ProductField.QUICK_KEY, "-1"),
                Map.entry(ProductField.TAX_RATE, "null"))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> wrong.getKey().requireValue(Optional.of(wrong.getValue())),
                    wrong.toString());
        }
        for (ProductField needed : List.of(ProductField.NAME, ProductField.CODES, ProductField.PRICE)) {
            assertThrows(
                    IllegalArgumentException.class, () -> needed.requireValue(Optional.empty()), needed.wireName());
        }
        ProductField.TAX_RATE.requireValue(Optional.empty());
    }

    @Test
    void anEditTravelsAsJson() {
        ProductEdit edit = edit("AB12CD34", 5, new Change(ProductField.PRICE, Optional.of("249"), SEEN));

        String json = Json.write(edit);

        assertEquals(
                "{\"productId\":\"P1\",\"actor\":\"AB12CD34\",\"at\":\"0000000000050000\",\"by\":\"Ada\","
                        + "\"changes\":[{\"field\":\"priceMinor\",\"value\":\"249\",\"seen\":{\"cloud\":12}}]}",
                json);
        assertEquals(edit, Json.read(json, ProductEdit.class));
    }

    @Test
    void versionsTravelAsJson() {
        ProductVersions versions = ProductVersions.NONE.with(ProductField.PRICE, state("AB12CD34", 5, "249"));

        String json = Json.write(versions);

        assertEquals(
                "{\"fields\":{\"priceMinor\":{\"siblings\":[{\"value\":\"249\",\"dot\":{\"actor\":\"AB12CD34\",\"n\":327680},"
                        + "\"at\":\"0000000000050000\",\"terminal\":\"lane-1\"}],\"seen\":{\"AB12CD34\":327680,\"cloud\":12}}}}",
                json);
        assertEquals(versions, Json.read(json, ProductVersions.class));
        String newer = json.replace("{\"fields\":{", "{\"fields\":{\"shelf\":{\"siblings\":[],\"seen\":{}},");
        assertEquals(versions, Json.read(newer, ProductVersions.class));
        assertThrows(MalformedMessageException.class, () -> Json.read("{}", ProductVersions.class));
    }

    @Test
    void aMalformedEditIsRefused() {
        Change price = new Change(ProductField.PRICE, Optional.of("249"), SEEN);
        assertThrows(IllegalArgumentException.class, () -> edit("AB12CD34", 5));
        assertThrows(IllegalArgumentException.class, () -> edit("AB12CD34", 5, price, price));
        assertThrows(IllegalArgumentException.class, () -> edit(Sibling.CLOUD, 5, price));
        String json = Json.write(edit("AB12CD34", 5, price));
        for (String wrong : List.of(
                json.replace("priceMinor", "shelf"),
                json.replace("\"249\"", "\"2,49\""),
                json.replace("{\"cloud\":12}", "{\"cloud\":-12}"),
                json.replace("{\"cloud\":12}", "null"))) {
            assertThrows(MalformedMessageException.class, () -> Json.read(wrong, ProductEdit.class), wrong);
        }
    }

    @Test
    void editsOfDifferentFieldsAreMerged() {
        ProductVersions versions = ProductVersions.NONE
                .with(ProductField.PRICE, state("A", 1, "249"))
                .merge(ProductVersions.NONE.with(ProductField.NAME, state("B", 1, "\"Whole milk\"")));

        ProductBody product = versions.over(MILK);

        assertEquals("Whole milk", product.name());
        assertEquals(249, product.priceMinor());
        assertEquals(MILK.codes(), product.codes());
        assertEquals(List.of(), versions.conflicts("P1"));
    }

    @Test
    void aConflictNamesItselfByTheChangesThatMakeIt() {
        ProductVersions one = ProductVersions.NONE.with(ProductField.PRICE, state("A", 1, "249"));
        ProductVersions two = ProductVersions.NONE.with(ProductField.PRICE, state("B", 2, "259"));
        ProductVersions three = ProductVersions.NONE.with(ProductField.PRICE, state("C", 3, "269"));

        ProductConflict conflict = one.merge(two).conflicts("P1").get(0);

        assertEquals(List.of(conflict), two.merge(one).conflicts("P1"));
        assertEquals(Optional.of("249"), conflict.standing());
        assertEquals(2, conflict.values().size());
        assertEquals(249, one.merge(two).over(MILK).priceMinor());
        assertNotEquals(
                conflict.id(),
                one.merge(two).merge(three).conflicts("P1").get(0).id());
        assertEquals(conflict, Json.read(Json.write(conflict), ProductConflict.class));
    }

    private static FieldState state(String actor, long millis, String value) {
        ProductField field = value.startsWith("\"") ? ProductField.NAME : ProductField.PRICE;
        Change change = new Change(field, Optional.of(value), SEEN);
        return edit(actor, millis, change).state(change, new TerminalId("lane-1"));
    }

    private static ProductEdit edit(String actor, long millis, Change... changes) {
        return new ProductEdit("P1", new PosId(actor), new HlcStamp(millis, 0), "Ada", List.of(changes));
    }
}
