package outpost.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.catalog.Catalog;
import outpost.catalog.Product;
import outpost.protocol.Enroller;
import outpost.protocol.SyncStatus;
import outpost.protocol.Synchroniser;

/** Real products on their way from a file to a till. What all 150,000 of them cost is the bench's to say. */
class CatalogTest {
    private static final Path ALL = Products.data("catalog-gtin.tsv.gz");
    private static final int PRODUCTS = 30_000;
    private static final int EACH = 200;

    @TempDir
    private Path folder;

    @Test
    @Tag("A-301")
    void aNewTillGetsAllProductsAndFindsThem() throws IOException, InterruptedException {
        List<String> rows = firstProducts();
        Path file = folder.resolve("catalog.tsv.gz");
        try (Writer packed =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            packed.write(String.join("\n", rows) + "\n");
        }
        try (CloudProcess cloud = new CloudProcess(folder.resolve("cloud"))) {
            JsonNode imported = cloud.importCatalog(file);
            assertEquals(
                    PRODUCTS,
                    imported.get("added").asLong() + imported.get("badRows").asLong(),
                    imported::toString);
            assertEquals(0, imported.get("badRows").asLong(), imported::toString);

            TillServices.await(Enroller.class).enrol(cloud.newTerminal("Lane 1", cloud.uri()));
            awaitInSync(TillServices.await(Synchroniser.class));

            Catalog catalog = TillServices.await(Catalog.class);
            assertTrue(catalog.state().count() >= PRODUCTS, "rows at the till: " + catalog.state());
            for (int i = 1; i < rows.size(); i += EACH) {
                String row = rows.get(i);
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

    /** With the head of the file before them. */
    private static List<String> firstProducts() throws IOException {
        try (BufferedReader rows = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(ALL)), StandardCharsets.UTF_8))) {
            return rows.lines().limit(PRODUCTS + 1L).toList();
        }
    }
}
