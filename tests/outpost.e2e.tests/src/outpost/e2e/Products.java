package outpost.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this build made, and the data that tests measure with. */
final class Products {
    static final Path ROOT = Path.of(System.getProperty("outpost.root"));
    static final Path TILL = ROOT.resolve("releng/product/till/target/products/outpost.till/linux/gtk/x86_64");
    static final Path CLOUD = onlyFolderWithPlugins(ROOT.resolve("releng/product/cloud/target/products"));

    private Products() {}

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
