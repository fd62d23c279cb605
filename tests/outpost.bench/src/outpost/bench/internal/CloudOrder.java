package outpost.bench.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What is to be measured between till and cloud, as {@code outpost bench} says it in system properties. */
record CloudOrder(String work, Goods goods, Path folder) {
    static CloudOrder given() {
        return new CloudOrder(
                required("work"),
                Goods.of(optional("catalog").map(Path::of), Integer.parseInt(required("products"))),
                Path.of(required("folder")));
    }

    String link() {
        return required("link");
    }

    Administrator administrator() {
        return new Administrator(cloud(), Path.of(required("token")));
    }

    /** Open until it is closed; there is one where the till was enrolled through it. */
    Optional<Relay> relay() {
        return optional("relay").map(port -> new Relay(Integer.parseInt(port), cloud()));
    }

    int sales() {
        return Integer.parseInt(required("sales"));
    }

    private static URI cloud() {
        return URI.create(required("cloud"));
    }

    private static Optional<String> optional(String name) {
        return Optional.ofNullable(System.getProperty("outpost.bench." + name));
    }

    private static String required(String name) {
        return optional(name)
                .orElseThrow(() -> new IllegalStateException("the property outpost.bench." + name + " is not set"));
    }
}
