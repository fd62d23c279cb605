package outpost.tools.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
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

    /** The project that this is built from. */
    public Path home() {
        return folder("outpost.home");
    }

    /** The folder for whatever commands keep between two calls. */
    public Path state() {
        return home().resolve(".outpost");
    }

    public Path till() {
        return folder("outpost.till");
    }

    /** What starts the till's framework. */
    public Path launcher() {
        return inside(till().resolve("plugins"), "org.eclipse.equinox.launcher_*.jar");
    }

    /** The bundle with the till's benches, which is not part of the product. */
    public Path bench() {
        return inside(home().resolve("tests/outpost.bench/target"), "outpost.bench-*.jar");
    }

    /** The program that plays a fleet of tills. */
    public Path load() {
        return inside(home().resolve("tests/outpost.load/target"), "outpost.load-*.jar");
    }

    /** The till's SWT with what is native in it, on Linux. */
    public Path toolkit() {
        return inside(till().resolve("plugins"), "org.eclipse.swt.gtk.linux.x86_64_*.jar");
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

    private static Path inside(Path folder, String pattern) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            for (Path file : found) {
                return file;
            }
            throw new ToolException("there is no " + pattern + " in " + folder);
        } catch (IOException e) {
            throw new ToolException("cannot read " + folder, e);
        }
    }
}
