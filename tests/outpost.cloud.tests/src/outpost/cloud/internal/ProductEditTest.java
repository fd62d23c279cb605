package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static outpost.cloud.internal.Shelf.edit;
import static outpost.protocol.ProductField.NAME;
import static outpost.protocol.ProductField.PICTURE;
import static outpost.protocol.ProductField.PRICE;
import static outpost.protocol.ProductField.TAX_RATE;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.Entity;
import outpost.protocol.EventAnswer.Status;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.Limits;
import outpost.protocol.ProductBody;
import outpost.protocol.ProductEdit;
import outpost.protocol.ProductVersions;
import outpost.protocol.Sibling;
import outpost.values.Dot;
import outpost.values.VersionVector;

class ProductEditTest extends OnOneCloud {
    private static final List<String> NAMES = List.of("\"Fresh milk\"", "\"Skimmed milk\"", "\"Whole milk\"");

    @Test
    void aBranchsEditIsAppliedAndComesToAllTills() {
        Shelf shelf = new Shelf(cloud);
        long seen = shelf.product("P", "Milk", 199);

        shelf.push(shelf.one, edit("P", seen, "pos-1", 500, Map.of(PRICE, "249", NAME, "\"Whole milk\"")));

        ProductBody product = shelf.product("P");
        assertEquals("Whole milk", product.name());
        assertEquals(249, product.priceMinor());
        assertEquals(List.of("P"), product.codes());
        Sibling price = shelf.state("P", PRICE).siblings().get(0);
        assertEquals(shelf.one.identity().terminalId().value(), price.terminal());
        assertEquals(
                List.of("name \"Milk\" > \"Whole milk\" applied", "priceMinor 199 > 249 applied"), shelf.outcomes("P"));
    }

    @Test
    @Tag("A-602")
    void editsOfOtherFieldsThanTheCloudHasChangedMeanwhileAreMerged() {
        Shelf shelf = new Shelf(cloud);
        long seen = shelf.product("P", "Milk", 199);
        shelf.product("P", "Milk", 210);
        cloud.importFile(
                        "tenant=" + shelf.one.tenant(),
                        "code\tname\tminimumAge\tprice\nP\tMilk\t16\t2.10\n".getBytes(StandardCharsets.UTF_8))
                .ok();

        shelf.push(shelf.one, edit("P", seen, "pos-1", 500, Map.of(NAME, "\"Whole milk\"")));

        ProductBody product = shelf.product("P");
        assertEquals("Whole milk", product.name());
        assertEquals(210, product.priceMinor());
        assertEquals(Optional.of(16), product.minimumAge());
        assertEquals(List.of("name \"Milk\" > \"Whole milk\" applied"), shelf.outcomes("P"));
    }

    @Test
    @Tag("A-602")
    void ofTwoNamesWrittenAtOnceTheLaterHoldsInWhateverOrderTheyArrive() {
        Shelf shelf = new Shelf(cloud);
        for (String product : List.of("P", "Q")) {
            long seen = shelf.product(product, "Milk", 199);
            ProductEdit earlier = edit(product, seen, "pos-1", 500, Map.of(NAME, "\"Earlier\""));
            ProductEdit later = edit(product, seen, "pos-2", 600, Map.of(NAME, "\"Later\""));
            if (product.equals("P")) {
                shelf.push(shelf.one, earlier);
                shelf.push(shelf.two, later);
            } else {
                shelf.push(shelf.two, later);
                shelf.push(shelf.one, earlier);
            }
            assertEquals("Later", shelf.product(product).name());
        }
        assertEquals(shelf.state("P", NAME).siblings(), shelf.state("Q", NAME).siblings());
        assertEquals(
                List.of("name \"Earlier\" > \"Later\" won", "name \"Milk\" > \"Earlier\" applied"),
                shelf.outcomes("P"));
        assertEquals(
                List.of("name \"Later\" > \"Earlier\" lost", "name \"Milk\" > \"Later\" applied"), shelf.outcomes("Q"));
        assertEquals(List.of(), shelf.conflicts(shelf.one));
    }

    @Test
    void twoLanesAndTheCloudEndEqualInWhateverOrderTheEditsArrive() {
        Shelf shelf = new Shelf(cloud);
        List<List<Integer>> orders = permutations(List.of(0, 1, 2, 3));
        Map<String, List<ProductEdit>> edits = new LinkedHashMap<>();
        long now = cloud.clock().millis();
        for (int i = 0; i < orders.size(); i++) {
            String product = "P" + i;
            long seen = shelf.product(product, "Milk", 199);
            shelf.product(product, "Fresh milk", 210);
            ProductEdit first = edit(product, seen, "pos-1", 500, Map.of(PRICE, "249"));
            VersionVector afterFirst =
                    VersionVector.of(new Dot(Sibling.CLOUD, seen)).with(first.dot());
            edits.put(
                    product,
                    List.of(
                            first,
                            edit(product, afterFirst, "pos-2", 400, Map.of(PRICE, "259")),
                            edit(product, seen, "pos-3", now + 600, Map.of(PRICE, "269", NAME, "\"Whole milk\"")),
                            edit(product, seen, "pos-2", now + 900, Map.of(NAME, "\"Skimmed milk\""))));
            shelf.push(
                    i % 2 == 0 ? shelf.one : shelf.two,
                    orders.get(i).stream().map(edits.get(product)::get).toArray(ProductEdit[]::new));
        }

        CatalogCopy copy = shelf.copy();
        Set<List<Object>> results = new HashSet<>();
        for (String product : edits.keySet()) {
            ProductBody body =
                    Json.read(copy.row(Entity.PRODUCT, product).body().orElseThrow(), ProductBody.class);
            ProductVersions versions =
                    Json.read(copy.row(Entity.PRODUCT_VERSIONS, product).body().orElseThrow(), ProductVersions.class);
            results.add(List.of(
                    body.name(),
                    body.priceMinor(),
                    Shelf.values(versions, PRICE),
                    Shelf.values(versions, NAME),
                    versions.conflicts(product).size()));
        }
        assertEquals(Set.of(List.of("Skimmed milk", 210L, List.of("210", "259", "269"), NAMES, 1)), results);
        assertEquals(orders.size(), shelf.conflicts(shelf.one).size());
    }

    @Test
    void anEditThatWasReplacedBeforeItCameChangesNothingButIsKnown() {
        Shelf shelf = new Shelf(cloud);
        long seen = shelf.product("P", "Milk", 199);
        ProductEdit first = edit("P", seen, "pos-1", 500, Map.of(PRICE, "249"));
        ProductEdit second = edit(
                "P",
                first.state(first.changes().get(0), shelf.one.identity().terminalId())
                        .seen(),
                "pos-2",
                600,
                Map.of(PRICE, "259"));

        shelf.push(shelf.two, second);
        Entity row = shelf.row("P");
        shelf.push(shelf.one, first);

        assertEquals(row, shelf.row("P"));
        assertEquals(259, shelf.product("P").priceMinor());
        assertTrue(shelf.outcomes("P").contains("priceMinor 259 > 249 replaced"));
    }

    @Test
    void theSameEditUnderAnotherEventsKeyIsMergedOnce() {
        Shelf shelf = new Shelf(cloud);
        long seen = shelf.product("P", "Milk", 199);
        ProductEdit edit = edit("P", seen, "pos-1", 500, Map.of(PRICE, "249"));
        shelf.push(shelf.one, edit);
        long cursor = cursor(shelf);

        shelf.one.useFile("pos-2");
        shelf.push(shelf.one, edit);

        assertEquals(cursor, cursor(shelf));
        assertEquals(1, shelf.outcomes("P").size());
    }

    @Test
    void aTaxRateThatIsNotThereIsReplacedByTheCloudsValue() {
        Shelf shelf = new Shelf(cloud);
        long seen = shelf.product("P", "Milk", 199);
        ProductEdit edit = edit("P", seen, "pos-1", 500, Map.of(TAX_RATE, "\"reduced\""));

        shelf.push(shelf.one, edit);

        assertEquals(Optional.of("standard"), shelf.product("P").taxRateId());
        assertTrue(shelf.state("P", TAX_RATE).seen().covers(edit.dot()));
        assertEquals(
                Optional.of("\"standard\""),
                shelf.state("P", TAX_RATE).siblings().get(0).value());
        assertEquals(List.of("taxRateId \"standard\" > \"reduced\" refused"), shelf.outcomes("P"));
        // The rate that was refused is used nowhere, and the one that holds cannot go.
        cloud.admin("DELETE", "catalog/tax_rate/standard?tenant=" + shelf.one.tenant(), "")
                .refused(400, "POS_SYNC_REQUEST_INVALID");
    }

    @Test
    void aDeletedProductStaysDeletedAndComesBackWithoutOldEdits() {
        Shelf shelf = new Shelf(cloud);
        long seen = shelf.product("P", "Milk", 199);
        shelf.push(shelf.one, edit("P", seen, "pos-1", 500, Map.of(PRICE, "249")));
        shelf.delete("product/P");
        ProductEdit late = edit("P", seen, "pos-2", 600, Map.of(PRICE, "259", NAME, "\"Late\""));

        shelf.push(shelf.two, late);

        assertEquals(null, shelf.row("P"));
        assertTrue(shelf.state("P", NAME).seen().covers(late.dot()));
        shelf.product("P", "Milk", 150);
        shelf.push(shelf.two, edit("P", seen, "pos-3", 700, Map.of(PRICE, "269")));
        assertEquals(150, shelf.product("P").priceMinor());
        assertEquals("Milk", shelf.product("P").name());
        assertEquals(1, shelf.conflicts(shelf.one).size());
        shelf.push(shelf.one, edit("NONE", 1, "pos-1", 800, Map.of(PRICE, "1")));
        assertEquals(List.of("priceMinor - > 1 gone"), shelf.outcomes("NONE"));
    }

    @Test
    void whatIsNoEditIsRefusedAndKept() {
        Shelf shelf = new Shelf(cloud);
        String good = Json.write(edit("P", 1, "pos-1", 500, Map.of(PRICE, "249")));

        for (String bad : List.of(
                "{}",
                good.replace("\"249\"", "\"-249\""),
                good.replace("priceMinor", "shelf"),
                good.replace("\"pos-1\"", "\"cloud\""),
                good.replace("\"P\"", "\"P\\u0000\""))) {
            assertEquals(
                    Status.REJECTED,
                    shelf.one
                            .push(shelf.one.next(EventType.PRODUCT_EDIT, bad))
                            .results()
                            .get(0)
                            .status(),
                    bad);
        }
        assertEquals(5, cloud.summary(shelf.one.tenant()).get("quarantined").asInt());
    }

    @Test
    void moreThanCanBeKeptOfOneProductIsRefusedAndHoldsUpNothing() {
        Shelf shelf = new Shelf(cloud);
        long seen = shelf.product("P", "Milk", 199);
        String picture = "\"data:image/png;base64," + "A".repeat(Limits.PICTURE_CHARS - 24) + "\"";
        for (int i = 1; i <= 15; i++) {
            shelf.push(
                    shelf.one,
                    edit(
                            "P",
                            seen,
                            "pos-" + i,
                            i,
                            Map.of(PICTURE, picture.replaceFirst("AA", "A" + (char) ('A' + i)))));
        }
        shelf.push(shelf.one, edit("P", seen, "pos-1", 500, Map.of(PRICE, "249")));

        assertEquals(249, shelf.product("P").priceMinor());
        assertTrue(shelf.outcomes("P").stream().anyMatch(outcome -> outcome.endsWith("refused")));
    }

    @Test
    void aDotOfTheCloudIsTheNumberOfTheChangeThatCarriesIt() {
        Shelf shelf = new Shelf(cloud);
        long seen = shelf.product("P", "Milk", 199);
        shelf.push(shelf.one, edit("P", seen, "pos-1", 500, Map.of(PRICE, "249")));

        long changed = shelf.product("P", "Milk", 230);

        assertEquals(
                new Dot(Sibling.CLOUD, changed),
                shelf.state("P", PRICE).siblings().get(0).dot());
    }

    private static List<List<Integer>> permutations(List<Integer> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        return of.stream()
                .flatMap(first -> permutations(of.stream()
                                .filter(other -> !other.equals(first))
                                .toList())
                        .stream()
                        .map(rest ->
                                Stream.concat(Stream.of(first), rest.stream()).toList()))
                .toList();
    }

    private static long cursor(Shelf shelf) {
        return shelf.one.get("sync/pull?cursor=0").ok().json().get("cursor").asLong();
    }
}
