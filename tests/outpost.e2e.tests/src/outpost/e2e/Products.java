package outpost.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is started, and the data that tests measure with. */
final class Products {
    static final Path ROOT = Path.of(System.getProperty("outpost.root"));
    /** This build's, or another's for old beside new. */
    static final Path TILL = Optional.ofNullable(System.getenv("OUTPOST_E2E_TILL"))
            .map(Path::of)
            .orElse(ROOT.resolve("releng/product/till/target/products/outpost.till/linux/gtk/x86_64"));
    /** As above. */
    static final Path CLOUD = Optional.ofNullable(System.getenv("OUTPOST_E2E_CLOUD"))
            .map(Path::of)
            .orElseGet(() -> onlyFolderWithPlugins(ROOT.resolve("releng/product/cloud/target/products")));
    /** Whose cashier does what is dictated. */
    static final Path BENCH = ROOT.resolve("tests/outpost.bench/target/outpost.bench-1.0.0.jar");

    /** For processes that live for seconds, some at a time: what the compiler would still gain it has no time to give back. */
    static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Path BUNDLES = Path.of("org.eclipse.equinox.simpleconfigurator/bundles.info");

    private Products() {}

    /** The till's own list of bundles and the bench's, whose cashier does what is dictated; written into that folder. */
    static Path bundlesWithBench(Path folder) throws IOException {
        List<String> lines =
                new ArrayList<>(Files.readAllLines(TILL.resolve("configuration").resolve(BUNDLES)));
        if (lines.stream().noneMatch(line -> line.startsWith("outpost.bench,"))) {
            lines.add("outpost.bench,1.0.0," + BENCH.toUri() + ",4,true");
        }
        return Files.write(folder.resolve("bundles.info"), lines);
    }

    /** A file of the real data that lies beside the project. */
    static Path data(String name) {
        Path file = ROOT.resolveSibling("shared").resolve("data").resolve(name);
        if (!Files.exists(file)) {
            throw new IllegalStateException("This test needs the real data: " + file + " is absent");
        }
        return file;
    }

    private static Path onlyFolderWithPlugins(Path products) {
        try (Stream<Path> folders = Files.walk(products, 5)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("plugins")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no product below " + products));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
