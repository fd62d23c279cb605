package outpost.tools.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Where things are on this machine. */
public final class Installation {
    private final Properties properties;

    private Installation(Properties properties) {
        this.properties = properties;
    }

    /** @param properties with {@code outpost.home}, {@code outpost.till}, {@code outpost.cloud}, as far as they are needed; and {@code java.home} */
    public static Installation of(Properties properties) {
        return new Installation(properties);
    }

    /** The folder for whatever commands keep between two calls. */
    public Path state() {
        return folder("outpost.home").resolve(".outpost");
    }

    public Path till() {
        return folder("outpost.till");
    }

    public Path cloud() {
        return folder("outpost.cloud");
    }

    /** The Java that runs this. */
    public Path java() {
        return Path.of(properties.getProperty("java.home"), "bin", "java");
    }

    private Path folder(String property) {
        Path folder = Optional.ofNullable(properties.getProperty(property))
                .map(Path::of)
                .orElseThrow(() ->
                        new ToolException("the property " + property + " is not set: start this through ./outpost"));
        if (!Files.isDirectory(folder)) {
            throw new ToolException("there is no folder " + folder + ", which the property " + property + " names");
        }
        return folder.toAbsolutePath();
    }
}
