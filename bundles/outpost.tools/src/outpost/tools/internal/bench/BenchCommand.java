package outpost.tools.internal.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import outpost.tools.internal.HelpOption;
import outpost.tools.internal.Installation;
import outpost.tools.internal.bench.Bench.Place;
import outpost.tools.internal.screen.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code outpost bench}. */
@Command(
        name = "bench",
        description = "Measures till and cloud, each figure beside the same work done bare in the same run.",
        footer = {
            "",
            "Benches: lookup, search, sale-commit, scan-to-line, key-to-results, startup, snapshot, delta, upload, growth, peer-ack, verify; all of these if none is named;"
                    + " and fleet, which takes some minutes for 1,000, 3,000 and 10,000 simulated tills."
                    + " One JSON line a figure on standard output: name, value, unit, limit (the bare work), ratio, spread, runs. The readable"
                    + " table goes to standard error. What goes to a cloud needs Debian's postgresql."
        })
public final class BenchCommand implements Callable<Integer> {
    private static final int FEWEST_PRODUCTS = 1_000;
    private static final int MOST_PRODUCTS = 10_000_000;

    private final Screen screen;
    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "NAME", description = "What to measure.")
    private List<Bench> names = Bench.usual();

    @Option(
            names = "--products",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Products in the till's catalog (${DEFAULT-VALUE}).")
    private int products;

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description = "Product names, TSV with a header, gzip; without it, names are made up.")
    private Optional<Path> catalog;

    @Option(
            names = "--cloud-products",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Products in the cloud that tills fetch (${DEFAULT-VALUE}).")
    private int cloudProducts;

    @Option(
            names = "--sales",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Sales that a till rings offline and sends (${DEFAULT-VALUE}).")
    private int sales;

    public BenchCommand(Screen screen, Installation installation) {
        this.screen = screen;
        this.installation = installation;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (products < FEWEST_PRODUCTS || products > MOST_PRODUCTS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--products is " + products + ", must be " + FEWEST_PRODUCTS + " to " + MOST_PRODUCTS);
        }
        FigureTable table = new FigureTable(screen);
        BenchTill till = new BenchTill(installation, products, catalog);
        till.measure(Bench.at(Place.TILL, names), table::take);
        table.settle();
        till.measureInWindow(Bench.at(Place.WINDOW, names), table::take);
        table.settle();
        List<Bench> starts = Bench.at(Place.START, names);
        if (!starts.isEmpty()) {
            new StartBench(installation, screen).measure(table::take);
            table.settle();
        }
        List<Bench> withCloud = Bench.at(Place.CLOUD, names);
        if (!withCloud.isEmpty()) {
            new CloudBench(installation, screen, cloudProducts, sales).measure(withCloud, table::take);
            table.settle();
        }
        List<Bench> verified = Bench.at(Place.VERIFY, names);
        if (!verified.isEmpty()) {
            new CloudBench(installation, screen, products, sales).measure(verified, table::take);
            table.settle();
        }
        if (names.contains(Bench.FLEET)) {
            new FleetBench(installation, screen).measure();
        }
        table.print();
        return 0;
    }
}
