package outpost.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Who makes releases and gives them to a cloud: {@code outpost update COMMAND} of the built till, all in one process, as each command is over in a moment. */
final class Publisher implements AutoCloseable {
    private static final Path BUILT = Products.ROOT.resolve("releng/product/till/target/repository");

    private final Path folder;
    private final URLClassLoader till;

    /** Makes a key. */
    Publisher(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        till = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader());
        does("key", "--to", key());
    }

    /** Installs the built till in two slots that believe this publisher. */
    void install(Path home) {
        does(
                "install",
                "--product",
                Products.TILL.toString(),
                "--home",
                home.toString(),
                "--publisher",
                key() + ".pub");
    }

    /** Makes a release of one bundle under a higher version; answers its folder. */
    Path release(long number, String unit, String version, UnitRepository.Flaw flaw) throws IOException {
        Path built = folder.resolve("built-" + number);
        UnitRepository.publish(BUILT, unit, "1.0.0", version, flaw, built);
        Path release = folder.resolve("release-" + number);
        does(
                "release",
                "--repository",
                built.toString(),
                "--unit",
                unit,
                "--number",
                Long.toString(number),
                "--name",
                version,
                "--key",
                key(),
                "--to",
                release.toString());
        return release;
    }

    /** Hands a release to a cloud, whose operator gives it to all branches. */
    void publish(Path release, long number, CloudProcess cloud) {
        List<String> there = List.of(
                "--cloud",
                cloud.uri().toString(),
                "--admin-token-file",
                cloud.adminTokenFile().toString());
        does(there, "publish", "--release", release.toString());
        does(there, "promote", "--ring", "all", "--number", Long.toString(number));
    }

    @Override
    public void close() throws IOException {
        till.close();
    }

    private String key() {
        return folder.resolve("publisher.key").toString();
    }

    private void does(List<String> there, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(there);
        does(all.toArray(String[]::new));
    }

    private void does(String... command) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        try {
            Object line = till.loadClass("outpost.update.internal.cli.UpdateCommand")
                    .getMethod("line", PrintStream.class, PrintStream.class, Clock.class, String.class)
                    .invoke(null, out, out, Clock.systemUTC(), "");
            Object exit = line.getClass().getMethod("execute", String[].class).invoke(line, (Object) command);
            if (!exit.equals(0)) {
                throw new AssertionError(command[0] + " has ended with " + exit + ": " + text(said));
            }
        } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException e) {
            throw new AssertionError("the built till has no command update", e);
        } catch (InvocationTargetException e) {
            throw new AssertionError(command[0] + " has failed: " + text(said), e.getCause());
        }
    }

    private static String text(ByteArrayOutputStream said) {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static URL[] jars() throws IOException {
        try (var plugins = Files.list(Products.TILL.resolve("plugins"))) {
            List<URL> jars = new ArrayList<>();
            for (URI jar : plugins.map(Path::toUri).toList()) {
                jars.add(jar.toURL());
            }
            return jars.toArray(URL[]::new);
        }
    }
}
