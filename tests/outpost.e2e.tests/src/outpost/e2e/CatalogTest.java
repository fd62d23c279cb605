package outpost.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.catalog.Catalog;
import outpost.catalog.Product;
import outpost.protocol.Enroller;
import outpost.protocol.SyncStatus;
import outpost.protocol.Synchroniser;

/** 150,000 real products on their way from a file to a till. */
class CatalogTest {
    private static final Path FILE = Products.data("catalog-gtin.tsv.gz");
    private static final int PRODUCTS = 150_000;
    private static final int EACH = 1_000;

    @TempDir
    private Path folder;

    @Test
    @Tag("A-301")
    void aNewTillGetsAllProductsAndFindsThem() throws IOException, InterruptedException {
        try (CloudProcess cloud = new CloudProcess(folder.resolve("cloud"))) {
            JsonNode imported = cloud.importCatalog(FILE);
            assertEquals(
                    PRODUCTS,
                    imported.get("added").asLong() + imported.get("badRows").asLong(),
                    imported::toString);
            assertEquals(0, imported.get("badRows").asLong(), imported::toString);

            TillServices.await(Enroller.class).enrol(cloud.newTerminal("Lane 1", cloud.uri()));
            awaitInSync(TillServices.await(Synchroniser.class));

            Catalog catalog = TillServices.await(Catalog.class);
            assertTrue(catalog.state().count() >= PRODUCTS, "rows at the till: " + catalog.state());
            for (String row : everyThousandth()) {
                String gtin = row.substring(0, row.indexOf('\t'));
                Product product =
                        catalog.find(gtin).orElseThrow(() -> new AssertionError(gtin + " is not at the till"));
                assertEquals(row.substring(row.indexOf('\t') + 1).strip(), product.name());
                assertEquals(
                        49 + Long.parseLong(gtin) % 1951, product.price().minor(), "the price derived from " + gtin);
            }
        }
    }

    private static void awaitInSync(Synchroniser synchroniser) throws InterruptedException {
        synchroniser.syncNow();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        for (SyncStatus status = synchroniser.status();
                status.lastSuccess().isEmpty();
                status = synchroniser.status()) {
            assertTrue(System.nanoTime() < deadline, "not in sync: " + status);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static List<String> everyThousandth() throws IOException {
        try (BufferedReader rows = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8))) {
            List<String> all = rows.lines().skip(1).toList();
            return java.util.stream.IntStream.iterate(0, i -> i < all.size(), i -> i + EACH)
                    .mapToObj(all::get)
                    .toList();
        }
    }
}
