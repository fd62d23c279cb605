package outpost.bench.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is to be measured, as {@code outpost bench} says it in system properties.
 *
 * @param tillFile the till's database
 * @param bareFile a database for the same work done bare
 */
public record BenchOrder(List<String> names, Goods goods, Path tillFile, Path bareFile) {
    static BenchOrder given() {
        return new BenchOrder(
                Arrays.stream(required("outpost.bench.names").split(","))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                Goods.of(
                        Optional.ofNullable(System.getProperty("outpost.bench.catalog"))
                                .map(Path::of),
                        Integer.getInteger("outpost.bench.products", 1_000_000)),
                Path.of(required("outpost.data"), "outpost.db"),
                Path.of(required("outpost.bench.bare")));
    }

    /** What the window's bench is to do; empty where the window was opened for something else. */
    public static Optional<BenchOrder> ofWindow() {
        return Optional.ofNullable(System.getProperty("outpost.bench.window")).map(yes -> given());
    }

    private static String required(String property) {
        return Optional.ofNullable(System.getProperty(property))
                .orElseThrow(() -> new IllegalStateException("the property " + property + " is not set"));
    }
}
