package outpost.tools.internal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import outpost.protocol.Json;
import outpost.tools.internal.Installation;
import outpost.tools.internal.ToolException;

/** A till of the product, with the bench's bundle beside its own, on a catalog that stays for the next time. */
final class BenchTill {
    private static final long LIMIT_MINUTES = 30;
    private static final String BUNDLES = "org.eclipse.equinox.simpleconfigurator/bundles.info";

    private final Installation installation;
    private final int products;
    private final Optional<Path> catalog;
    private final Path folder;

    BenchTill(Installation installation, int products, Optional<Path> catalog) {
        this.installation = installation;
        this.products = products;
        this.catalog = catalog.map(Path::toAbsolutePath);
        this.folder = installation
                .state()
                .resolve("bench")
                .resolve(catalog.isPresent() ? "named-" + products : "made-up-" + products);
    }

    void measure(List<Bench> benches, Consumer<JsonNode> figures) throws InterruptedException {
        if (!benches.isEmpty()) {
            run(command("outpost.bench.till", properties(benches)), figures);
        }
    }

    /** The catalog must be there before the window opens: whoever sells does not wait for it either. */
    void measureInWindow(List<Bench> benches, Consumer<JsonNode> figures) throws InterruptedException {
        if (!benches.isEmpty()) {
            run(command("outpost.bench.till", properties(List.of())), figures);
            Map<String, String> properties = properties(benches);
            properties.put("outpost.bench.window", "yes");
            run(command("org.eclipse.e4.ui.workbench.swt.E4Application", properties), figures);
        }
    }

    private Map<String, String> properties(List<Bench> benches) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("outpost.data", folder.resolve("data").toString());
        properties.put(
                "outpost.bench.names",
                benches.stream().map(bench -> bench.figure(products)).collect(Collectors.joining(",")));
        properties.put("outpost.bench.products", Integer.toString(products));
        properties.put("outpost.bench.bare", folder.resolve("bare.db").toString());
        catalog.ifPresent(file -> properties.put("outpost.bench.catalog", file.toString()));
        return properties;
    }

    private List<String> command(String application, Map<String, String> properties) {
        Path product = installation.till();
        List<String> command = new ArrayList<>(List.of(
                installation.java().toString(),
                "-Xmx512m",
                "-Dlogback.configurationFile=" + product.resolve("logback.xml"),
                "-Dorg.eclipse.equinox.simpleconfigurator.configUrl="
                        + bundles().toUri()));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-jar",
                installation.launcher().toString(),
                "-nosplash",
                "-clean",
                "-application",
                application,
                "-configuration",
                folder.resolve("configuration").toString(),
                "-data",
                folder.resolve("workbench").toString()));
        return command;
    }

    private void run(List<String> command, Consumer<JsonNode> figures) throws InterruptedException {
        Path log = folder.resolve("till.log");
        ProcessBuilder till = new ProcessBuilder(command).redirectError(Redirect.appendTo(log.toFile()));
        till.environment().putIfAbsent("GDK_BACKEND", "x11");
        till.environment().putIfAbsent("NO_AT_BRIDGE", "1");
        till.environment()
                .put(
                        "FONTCONFIG_FILE",
                        installation.till().resolve("fonts/fonts.conf").toString());
        try {
            Process process = till.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            try (BufferedReader lines = process.inputReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("{")) {
                        figures.accept(Json.read(line, JsonNode.class));
                    }
                }
            }
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new ToolException("the till did not end well; see " + log);
            }
        } catch (IOException e) {
            throw new ToolException("the till cannot be started: " + e.getMessage(), e);
        }
    }

    /** The product's own list of bundles, and the bench's. */
    private Path bundles() {
        Path bench = installation.bench();
        Path list = folder.resolve("bundles.info");
        try {
            Files.createDirectories(folder);
            List<String> lines = new ArrayList<>(Files.readAllLines(
                    installation.till().resolve("configuration").resolve(BUNDLES)));
            lines.add("outpost.bench,1.0.0," + bench.toUri() + ",4,true");
            return Files.write(list, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + list, e);
        }
    }
}
