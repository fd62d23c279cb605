package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;

class ImportTest extends OnOneCloud {
    private static final String BAD_FILE =
            "gtin\tname\n4006381333931\tPen\n4006381333932\tWrong digit\n\n96385074\t\n96385074\tGum\nx\ty\tz\n";

    @Test
    @Tag("A-309")
    void badRowsAreListedWithTheirLinesAndTheRestIsKept() {
        TestTill till = TestTill.inNewTenant(cloud);

        JsonNode answer = imported(till, "format=tsv&onError=skip", BAD_FILE);

        assertEquals(List.of(5, 2, 0, 0, 3), counts(answer));
        assertEquals(List.of(3, 5, 7), badLines(answer));
        assertEquals(3, copy(till).size());
    }

    @Test
    @Tag("A-309")
    void oneBadRowRefusesTheWholeFileWhereThatIsAsked() {
        TestTill till = TestTill.inNewTenant(cloud);

        Answer answer =
                importFile(till, "format=tsv&onError=abort", BAD_FILE).refused(422, "POS_CATALOG_IMPORT_REFUSED");

        assertEquals(List.of(3, 5, 7), badLines(answer.json()));
        assertEquals(1, copy(till).size());
    }

    @Test
    void abortingLateLeavesNothingOfTheBatchesBefore() {
        TestTill till = TestTill.inNewTenant(cloud);
        String rows =
                IntStream.range(0, 2_500).mapToObj(i -> "C" + i + "\tProduct\n").collect(Collectors.joining());

        importFile(till, "onError=abort", "code\tname\n" + rows + "nothing\n")
                .refused(422, "POS_CATALOG_IMPORT_REFUSED");

        assertEquals(1, copy(till).size());
    }

    @Test
    void theSameFileAgainChangesNothing() {
        TestTill till = TestTill.inNewTenant(cloud);
        String file = "code\tname\tprice\nA\tApple\t0.50\nB\tBread\t2.50\n";
        assertEquals(List.of(2, 2, 0, 0, 0), counts(imported(till, "", file)));
        CatalogCopy copy = copy(till);

        assertEquals(List.of(2, 0, 0, 2, 0), counts(imported(till, "", file)));
        assertEquals(List.of(2, 0, 1, 1, 0), counts(imported(till, "", file.replace("2.50", "2.60"))));

        assertEquals(2, copy.row("product", "A").seq());
        assertEquals(2, copy(till).row("product", "A").seq());
        assertEquals(260, product(till, "B").priceMinor());
    }

    @Test
    void aFileWithoutPricesGetsThemFromItsCodes() {
        TestTill till = TestTill.inNewTenant(cloud);

        JsonNode answer = imported(till, "format=tsv", "gtin\tname\n4006381333931\tPen\n");

        assertTrue(answer.get("pricesDerived").asBoolean());
        assertEquals(49 + 4006381333931L % 1951, product(till, "4006381333931").priceMinor());
        assertTrue(product(till, "4006381333931").priceDerived());
    }

    @Test
    void withAPriceColumnARowWithoutAPriceIsBad() {
        TestTill till = TestTill.inNewTenant(cloud);
        String file =
                "code\tname\tprice\nA\tApple\t0.5\nB\tBread\t\nC\tCrab\tmuch\nD\tDate\t0.505\nE\tEgg\t-1\nF\tFig\t7\n";

        JsonNode answer = imported(till, "onError=skip", file);

        assertEquals(List.of(3, 4, 5, 6), badLines(answer));
        assertEquals(50, product(till, "A").priceMinor());
        assertEquals(700, product(till, "F").priceMinor());
        assertEquals(false, product(till, "F").priceDerived());
    }

    @Test
    void commaSeparatedCellsMayBeQuoted() {
        TestTill till = TestTill.inNewTenant(cloud);
        String file =
                "\uFEFFname,code,price\r\n\"Nuts, \"\"mixed\"\"\r\n500 g\",N1,3.99\r\nplain,N2,1\r\n\"bad\"x,N3,1\r\n\"no end,N4,1\r\n";

        JsonNode answer = imported(till, "format=csv&onError=skip", file);

        assertEquals("Nuts, \"mixed\"\n500 g", product(till, "N1").name());
        assertEquals(List.of(5, 6), badLines(answer));
        assertEquals(List.of(4, 2, 0, 0, 2), counts(answer));
    }

    @Test
    void ndjsonHasTheColumnsAsFields() {
        TestTill till = TestTill.inNewTenant(cloud);
        String file =
                "{\"id\":\"P1\",\"code\":\"A\",\"name\":\"Apple\",\"price\":0.10}\n[]\n{\n{\"code\":\"B\",\"name\":\"Bread\"}\n{\"code\":\"C\",\"name\":\"Cake\",\"price\":\"2\"}\n";

        JsonNode answer = imported(till, "format=ndjson&onError=skip", file);

        assertEquals(List.of(2, 3, 4), badLines(answer));
        assertEquals(10, product(till, "P1").priceMinor());
        assertEquals(List.of("A"), product(till, "P1").codes());
        assertEquals(200, product(till, "C").priceMinor());
    }

    @Test
    void categoriesAreMadeAndTaxRatesHaveToExist() {
        TestTill till = TestTill.inNewTenant(cloud);
        cloud.admin("PUT", "catalog/tax_rate/standard?tenant=" + till.tenant(), "{\"name\":\"VAT\",\"ratePpm\":200000}")
                .ok();
        String file =
                "code\tname\ttaxRate\tcategory\nA\tApple\tstandard\tFruit\nB\tBeer\thigh\tDrinks\nC\tCola\t\tDrinks\n";

        JsonNode answer = imported(till, "onError=skip", file);

        assertEquals(List.of(3), badLines(answer));
        assertEquals("standard", product(till, "A").taxRateId().orElseThrow());
        assertEquals(
                "{\"name\":\"Drinks\"}",
                copy(till).row("category", "Drinks").body().orElseThrow());
    }

    @Test
    void aRowMaySayHowTheProductIsSoldAndShown() {
        TestTill till = TestTill.inNewTenant(cloud);
        String file = "code\tname\tcodes\tminimumAge\tcolour\tpicture\tquickKey\tsoldByWeight\topenPrice\n"
                + "A\tApple\t4006381333931| 96385074 |A\t\t#00ff00\tapple\t3\ttrue\tfalse\n"
                + "B\tBeer\t\t18\t\t\t\t\ttrue\n"
                + "C\tCola\t\ttwelve\t\t\t\t\t\n"
                + "D\tDate\t\t\tgreen\t\t\t\t\n"
                + "E\tEgg\t\t\t\t\t-1\t\t\n"
                + "F\tFig\t\t\t\t\t\tyes\t\n"
                + "G\tGum\t\t\t\t<svg>\t\t\t\n";

        JsonNode answer = imported(till, "onError=skip", file);

        assertEquals(List.of(4, 5, 6, 7, 8), badLines(answer));
        ProductBody apple = product(till, "A");
        assertEquals(List.of("A", "4006381333931", "96385074"), apple.codes());
        assertEquals("#00ff00", apple.colour().orElseThrow());
        assertEquals("apple", apple.picture().orElseThrow());
        assertEquals(3, apple.quickKey().orElseThrow());
        assertEquals(true, apple.soldByWeight().orElseThrow());
        assertTrue(apple.openPrice().isEmpty());
        assertEquals(18, product(till, "B").minimumAge().orElseThrow());
        assertEquals(true, product(till, "B").openPrice().orElseThrow());
    }

    @Test
    void ndjsonMayHoldTheCodesAsAList() {
        TestTill till = TestTill.inNewTenant(cloud);

        imported(
                till,
                "format=ndjson",
                "{\"code\":\"A\",\"name\":\"Apple\",\"codes\":[\"B\",7],\"soldByWeight\":true}\n");

        assertEquals(List.of("A", "B", "7"), product(till, "A").codes());
        assertEquals(true, product(till, "A").soldByWeight().orElseThrow());
    }

    @Test
    void whatTheFileHasNoColumnForStaysAsItIs() {
        TestTill till = TestTill.inNewTenant(cloud);
        imported(
                till,
                "",
                "code\tname\tprice\tcategory\tminimumAge\tcodes\tquickKey\nA\tApple wine\t2.50\tDrinks\t18\tA2|A3\t4\n");

        assertEquals(List.of(1, 0, 0, 1, 0), counts(imported(till, "", "code\tname\nA\tApple wine\n")));
        imported(till, "", "code\tname\tprice\tquickKey\nA\tCider\t2.60\t\nB\tBeer\t3\t\n");

        ProductBody cider = product(till, "A");
        assertEquals("Cider", cider.name());
        assertEquals(260, cider.priceMinor());
        assertEquals("Drinks", cider.categoryId().orElseThrow());
        assertEquals(18, cider.minimumAge().orElseThrow());
        assertEquals(List.of("A", "A2", "A3"), cider.codes());
        assertTrue(cider.quickKey().isEmpty());
        assertTrue(product(till, "B").minimumAge().isEmpty());

        imported(till, "", "id\tcode\tname\nA\tA4\tCider\n");
        assertEquals(List.of("A4", "A", "A2", "A3"), product(till, "A").codes());
        imported(till, "", "id\tcode\tname\tcodes\nA\tA4\tCider\t\n");
        assertEquals(List.of("A4"), product(till, "A").codes());
    }

    @Test
    void aRowThatComesTwiceIsMergedWithItself() {
        TestTill till = TestTill.inNewTenant(cloud);

        JsonNode answer = imported(till, "", "code\tname\nA\tApple\nA\tPear\nA\tPear\n");

        assertEquals(List.of(3, 1, 1, 1, 0), counts(answer));
        assertEquals("Pear", product(till, "A").name());
    }

    @Test
    void aLineThatIsNoTextIsBadAndAReplacementCharacterIsText() {
        TestTill till = TestTill.inNewTenant(cloud);
        byte[] file = ("code\tname\nA\tM\uFFFDhren\nB\tM?hren\nC\t" + "x".repeat(70_000) + "\nD\tFine\n")
                .getBytes(StandardCharsets.UTF_8);
        file[new String(file, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xE4;

        JsonNode answer = cloud.importFile("onError=skip&tenant=" + till.tenant(), file)
                .ok()
                .json();

        assertEquals(List.of(3, 4), badLines(answer));
        assertEquals("M\uFFFDhren", product(till, "A").name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "name\nx\n", "code\nx\n", "price\tcolour\n1\tred\n"})
    void aFileWithoutTheColumnsIsRefused(String file) {
        TestTill till = TestTill.inNewTenant(cloud);

        importFile(till, "onError=skip", file).refused(422, "POS_CATALOG_IMPORT_REFUSED");

        importFile(till, "format=xml", file).refused(400, "POS_SYNC_REQUEST_INVALID");
        importFile(till, "onError=perhaps", file).refused(400, "POS_SYNC_REQUEST_INVALID");
        cloud.importFile("tenant=none", file.getBytes(StandardCharsets.UTF_8)).refused(404, "POS_SYNC_NOT_FOUND");
    }

    @Test
    void aDeletedProductComesBackByImport() {
        TestTill till = TestTill.inNewTenant(cloud);
        imported(till, "", "code\tname\nA\tApple\n");
        cloud.admin("DELETE", "catalog/product/A?tenant=" + till.tenant(), "").ok();

        assertEquals(List.of(1, 1, 0, 0, 0), counts(imported(till, "", "code\tname\nA\tApple\n")));
        assertEquals("Apple", product(till, "A").name());
    }

    @Test
    void manyRowsComeInOneCallAndTheDigestHolds() {
        TestTill till = TestTill.inNewTenant(cloud);
        String rows = IntStream.range(0, 20_000)
                .mapToObj(i -> "C" + i + "\tProduct " + i + "\n")
                .collect(Collectors.joining());
        byte[] file = TestCloud.gzip(("code\tname\n" + rows).getBytes(StandardCharsets.UTF_8));

        JsonNode answer = cloud.send(cloud.request("admin/catalog/import?tenant=" + till.tenant(), cloud.adminToken())
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(file)))
                .ok()
                .json();

        assertEquals(List.of(20_000, 20_000, 0, 0, 0), counts(answer));
        assertEquals(20_001, copy(till).size());
    }

    @Test
    void manyBadRowsAreCountedAndTheFirstThousandListed() {
        TestTill till = TestTill.inNewTenant(cloud);

        JsonNode answer = imported(till, "onError=skip", "code\tname\n" + "x\n".repeat(1_500));

        assertEquals(1_500, answer.get("badRows").asInt());
        assertEquals(1_000, answer.get("bad").size());
    }

    private JsonNode imported(TestTill till, String query, String file) {
        return importFile(till, query, file).ok().json();
    }

    private Answer importFile(TestTill till, String query, String file) {
        return cloud.importFile(query + "&tenant=" + till.tenant(), file.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Integer> counts(JsonNode answer) {
        return List.of(
                answer.get("rows").asInt(),
                answer.get("added").asInt(),
                answer.get("changed").asInt(),
                answer.get("unchanged").asInt(),
                answer.get("badRows").asInt());
    }

    private static List<Integer> badLines(JsonNode answer) {
        return StreamSupport.stream(answer.get("bad").spliterator(), false)
                .map(row -> row.get("line").asInt())
                .toList();
    }

    /** The till's copy, whose count and digest have been compared with the cloud's. */
    private static CatalogCopy copy(TestTill till) {
        CatalogCopy copy = new CatalogCopy();
        copy.pull(till, 5_000);
        return copy;
    }

    private static ProductBody product(TestTill till, String id) {
        return Json.read(copy(till).row("product", id).body().orElseThrow(), ProductBody.class);
    }
}
