package outpost.bench.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What is to be measured between till and cloud, as {@code outpost bench} says it in system properties. */
record CloudOrder(String work, Goods goods, Path folder) {
    static CloudOrder given() {
        return new CloudOrder(
                required("work"),
                Goods.of(
                        Optional.ofNullable(System.getProperty("outpost.bench.catalog"))
                                .map(Path::of),
                        Integer.parseInt(required("products"))),
                Path.of(required("folder")));
    }

    String link() {
        return required("link");
    }

    Administrator administrator() {
        return new Administrator(URI.create(required("cloud")), Path.of(required("token")));
    }

    int sales() {
        return Integer.parseInt(required("sales"));
    }

    private static String required(String name) {
        return Optional.ofNullable(System.getProperty("outpost.bench." + name))
                .orElseThrow(() -> new IllegalStateException("the property outpost.bench." + name + " is not set"));
    }
}
