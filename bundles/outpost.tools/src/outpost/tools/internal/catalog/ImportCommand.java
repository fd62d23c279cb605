package outpost.tools.internal.catalog;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import outpost.tools.internal.HelpOption;
import outpost.tools.internal.cloud.CloudApi;
import outpost.tools.internal.cloud.CloudOptions;
import outpost.tools.internal.screen.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code outpost import}. */
@Command(
        name = "import",
        description = "Brings a catalog file into a cloud: TSV, CSV or NDJSON, by its name, gzip or not.",
        footer = {
            "",
            "A header line names the columns, in any order: gtin or code, name, codes, price, taxRate, category, id, minimumAge, colour, picture,"
                    + " quickKey, soldByWeight, openPrice. What a file has no column for stays as it is in products that are there; new products of a"
                    + " file without a price column get trial prices made from the codes. All good rows become visible at once, or none."
        })
public final class ImportCommand implements Callable<Integer> {
    private final Screen screen;
    private final LongSupplier nanoTime;

    @Mixin
    private HelpOption help;

    @Mixin
    private CloudOptions cloud;

    @Option(names = "--catalog", required = true, paramLabel = "FILE", description = "The file.")
    private Path catalog;

    @Option(
            names = "--on-error",
            defaultValue = "skip",
            paramLabel = "skip|abort",
            description =
                    "skip: keep the good rows and list the bad ones (default). abort: one bad row refuses the whole file.")
    private OnError onError;

    public ImportCommand(Screen screen, LongSupplier nanoTime) {
        this.screen = screen;
        this.nanoTime = nanoTime;
    }

    @Override
    public Integer call() {
        CatalogFile file = CatalogFile.of(catalog);
        CloudApi api = cloud.connect();
        // Before the first byte of a long file: is the cloud there, and does it know us?
        api.tenant();
        CatalogImport run = new CatalogImport(api, screen, nanoTime);
        return run.of(file, onError.name()) ? 0 : 1;
    }

    private enum OnError {
        skip,
        abort
    }
}
