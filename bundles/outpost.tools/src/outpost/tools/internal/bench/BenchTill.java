package outpost.tools.internal.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import outpost.tools.internal.Installation;

/** A till without a cloud, on a catalog that stays for the next time. */
final class BenchTill {
    private final TillProcess till;
    private final int products;
    private final Optional<Path> catalog;

    BenchTill(Installation installation, int products, Optional<Path> catalog) {
        this.products = products;
        this.catalog = catalog.map(Path::toAbsolutePath);
        till = new TillProcess(
                installation,
                installation
                        .state()
                        .resolve("bench")
                        .resolve(catalog.isPresent() ? "named-" + products : "made-up-" + products),
                // The folder stays for the next time, and may know bundles of an earlier build.
                "-clean");
    }

    void measure(List<Bench> benches, Consumer<Reading> readings) throws InterruptedException {
        if (!benches.isEmpty()) {
            till.run("outpost.bench.till", properties(benches), readings);
        }
    }

    /** The catalog must be there before the window opens: whoever sells does not wait for it either. */
    void measureInWindow(List<Bench> benches, Consumer<Reading> readings) throws InterruptedException {
        if (!benches.isEmpty()) {
            till.run("outpost.bench.till", properties(List.of()), readings);
            Map<String, String> properties = properties(benches);
            properties.put("outpost.bench.window", "yes");
            till.run("org.eclipse.e4.ui.workbench.swt.E4Application", properties, readings);
        }
    }

    private Map<String, String> properties(List<Bench> benches) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(
                "outpost.bench.names",
                benches.stream().map(bench -> bench.figure(products)).collect(Collectors.joining(",")));
        properties.put("outpost.bench.products", Integer.toString(products));
        properties.put("outpost.bench.bare", till.folder().resolve("bare.db").toString());
        catalog.ifPresent(file -> properties.put("outpost.bench.catalog", file.toString()));
        return properties;
    }
}
