package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.PullAnswer;
import outpost.protocol.SnapshotLine;

/** Snapshots: whole, cut anywhere, of some types, in pages. */
class SnapshotTest extends CatalogFixture {
    @Test
    void aSnapshotAndTheDeltasAfterItMakeTheSameCatalog() {
        TestTill till = TestTill.inNewTenant(cloud);
        put(till, "tax_rate/standard", RATE);
        for (int i = 0; i < 20; i++) {
            put(till, "product/P" + i, product("Product " + i, 100 + i));
        }
        CatalogCopy copy = new CatalogCopy();
        copy.snapshot(till.get("sync/snapshot"));
        assertEquals(22, copy.size());

        put(till, "product/P3", product("Product 3", 999));
        put(till, "product/BANK%20CHARGES", product("New", 1));
        delete(till, "product/P4");
        put(till, "category/food", "{\"name\":\"Food\"}");
        put(till, "setting/receipt.footer", "{\"value\":\"Thank you\"}");
        copy.pull(till, 2);

        assertTrue(copy.row("product", "P3").body().orElseThrow().contains("\"priceMinor\":999"));
        assertNull(copy.row("product", "P4"));
        assertEquals(24, copy.size());
    }

    @Test
    void aSnapshotGoesOnBehindAnyRow() {
        TestTill till = TestTill.inNewTenant(cloud);
        put(till, "tax_rate/standard", RATE);
        put(till, "category/food", "{\"name\":\"Food\"}");
        for (int i = 0; i < 5; i++) {
            put(till, "product/P" + i, product("Product " + i, 100));
        }
        List<String> all = keys(new CatalogCopy().snapshot(till.get("sync/snapshot")));
        for (int i = 0; i < all.size(); i++) {
            List<Entity> rest = new CatalogCopy().snapshot(till.get("sync/snapshot?after=" + all.get(i)));
            assertEquals(all.subList(i + 1, all.size()), keys(rest));
        }

        delete(till, "product/P2");
        List<Entity> rest = new CatalogCopy().snapshot(till.get("sync/snapshot?after=product:P2"));
        assertEquals(List.of("product:P3", "product:P4"), keys(rest));
    }

    @Test
    void aSnapshotThatIsCutAtAnyByteIsMadeWholeByAnother() {
        TestTill till = TestTill.inNewTenant(cloud);
        put(till, "tax_rate/standard", RATE);
        put(till, "product/P1", product("Käse", 100));
        put(till, "setting/shop.name", "{\"value\":\"Ў\"}");
        String all = till.get("sync/snapshot").ok().body();
        byte[] bytes = all.getBytes(StandardCharsets.UTF_8);
        String header = all.substring(0, all.indexOf('\n') + 1);
        for (int cut = header.length(); cut < bytes.length; cut += 7) {
            String arrived = new String(bytes, 0, cut, StandardCharsets.UTF_8);
            String whole = arrived.substring(header.length(), arrived.lastIndexOf('\n') + 1);
            List<Entity> rows = new ArrayList<>(whole.lines()
                    .filter(line -> line.contains("\"row\""))
                    .map(line -> ((SnapshotLine.Row) Json.read(line, SnapshotLine.class)).entity())
                    .toList());
            String after = rows.isEmpty() ? "" : "?after=" + keys(rows).get(rows.size() - 1);
            rows.addAll(new CatalogCopy().snapshot(till.get("sync/snapshot" + after)));

            assertEquals(new CatalogCopy().snapshot(till.get("sync/snapshot")), rows, "cut at " + cut);
        }
    }

    @Test
    void aTillThatAsksForSomeTypesGetsTheseOnly() {
        TestTill till = TestTill.inNewTenant(cloud);
        put(till, "tax_rate/standard", RATE);
        put(till, "category/food", "{\"name\":\"Food\"}");
        put(till, "product/P1", product("Product", 100));
        put(till, "setting/a", "{\"value\":\"1\"}");

        assertEquals(
                List.of("setting:a", "setting:currency", "category:food"),
                keys(new CatalogCopy().snapshot(till.get("sync/snapshot?entityTypes=setting,category"))));
        assertEquals(
                List.of("setting:currency", "category:food"),
                keys(new CatalogCopy()
                        .snapshot(till.get("sync/snapshot?entityTypes=setting,category&after=setting:a"))));
        assertEquals(
                List.of(), new CatalogCopy().snapshot(till.get("sync/snapshot?entityTypes=setting&after=tax_rate:a")));
        PullAnswer first =
                till.get("sync/pull?cursor=0&limit=1&entityTypes=setting").as(PullAnswer.class);
        assertEquals(List.of("setting:currency"), keys(first.changes()));
        PullAnswer second = till.get("sync/pull?cursor=" + first.cursor() + "&limit=1&entityTypes=setting")
                .as(PullAnswer.class);
        assertEquals(List.of("setting:a"), keys(second.changes()));
        assertEquals(false, second.more());
        assertEquals(second.state().cursor(), second.cursor());
        assertEquals(
                List.of(),
                till.get("sync/pull?cursor=0&entityTypes=of_tomorrow")
                        .as(PullAnswer.class)
                        .changes());
        for (String bad : List.of("", "setting,", "a%20b", "x'--")) {
            till.get("sync/pull?cursor=0&entityTypes=" + bad).refused(400, "POS_SYNC_REQUEST_INVALID");
        }
    }

    @Test
    void aSnapshotOfManyPagesIsWholeAndCompressed() throws IOException, InterruptedException {
        TestTill till = TestTill.inNewTenant(cloud);
        String rows =
                IntStream.range(0, 6_500).mapToObj(i -> "C" + i + "\tProduct\n").collect(Collectors.joining());
        cloud.importFile("tenant=" + till.tenant(), ("code\tname\n" + rows).getBytes(StandardCharsets.UTF_8))
                .ok();

        assertEquals(
                6_501, new CatalogCopy().snapshot(till.get("sync/snapshot")).size());

        HttpRequest request = cloud.request("sync/snapshot", till.token())
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse("none"));
        String text = new String(
                new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(6_503, text.lines().count());
        assertTrue(answer.body().length * 5 < text.length(), answer.body().length + " of " + text.length());
    }

    @Test
    void aCursorThatThisCloudNeverReachedNeedsASnapshot() {
        TestTill till = TestTill.inNewTenant(cloud);

        till.get("sync/pull?cursor=" + (state(till).cursor() + 1)).refused(410, "POS_CATALOG_DELTA_FAILED");
    }

    private static List<String> keys(List<Entity> entities) {
        return entities.stream()
                .map(entity -> entity.type() + ":" + entity.id())
                .toList();
    }
}
