package outpost.tools.internal.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import outpost.protocol.Entity;
import outpost.protocol.TaxRateBody;
import outpost.tools.internal.ToolException;
import outpost.tools.internal.catalog.CatalogFile;
import outpost.tools.internal.cloud.CloudApi;

/** A small shop's products, with codes from the range that GS1 leaves to shops (200 to 299), and the tax rates that they need. */
final class SampleCatalog {
    private static final String RESOURCE = "sample-catalog.csv";

    private SampleCatalog() {}

    /** Products refer to tax rates, so that these come first. */
    static void putTaxRates(CloudApi cloud) {
        cloud.putCatalog(Entity.TAX_RATE, "standard", new TaxRateBody("VAT 20%", 200_000));
        cloud.putCatalog(Entity.TAX_RATE, "reduced", new TaxRateBody("VAT 5%", 50_000));
        cloud.putCatalog(Entity.TAX_RATE, "zero", new TaxRateBody("VAT 0%", 0));
    }

    /** Writes the file into a folder, as something to be imported like any other. */
    static CatalogFile in(Path folder) {
        Path file = folder.resolve(RESOURCE);
        try (InputStream content = open()) {
            Files.copy(content, file);
        } catch (IOException e) {
            throw new ToolException("cannot write " + file, e);
        }
        return CatalogFile.of(file);
    }

    /** The products' codes, in the file's order. */
    static List<String> codes() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle's own file can be read", e);
        }
    }

    private static InputStream open() {
        return SampleCatalog.class.getResourceAsStream(RESOURCE);
    }
}
