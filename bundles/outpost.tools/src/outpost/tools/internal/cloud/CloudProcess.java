package outpost.tools.internal.cloud;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import outpost.tools.internal.ToolException;

/** A cloud of our own, which can be stopped and started again over the same data. */
public final class CloudProcess implements AutoCloseable {
    private static final String READY = "ready ";
    private static final long START_SECONDS = 120;
    private static final long STOP_SECONDS = 30;

    private final Path program;
    private final Path data;
    private final Path log;
    private final List<String> options;
    private Optional<Process> process = Optional.empty();
    private int port;

    /** @param options of the command {@code outpost cloud}, beside folder and port */
    public CloudProcess(Path product, Path data, Path log, String... options) {
        this.options = List.of(options);
        this.program = product.resolve("outpost-cloud");
        this.data = data;
        this.log = log;
    }

    /** Starts it and waits until it serves: at a free port the first time, at the same one from then on. */
    public URI start() throws InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(program.toString(), "--data", data.toString(), "--port", Integer.toString(port)));
        command.addAll(options);
        try {
            Process started = new ProcessBuilder(command)
                    .redirectError(Redirect.appendTo(log.toFile()))
                    .start();
            process = Optional.of(started);
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroy));
            URI address = CompletableFuture.supplyAsync(() -> ready(started)).get(START_SECONDS, TimeUnit.SECONDS);
            port = address.getPort();
            return address;
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new ToolException("the cloud does not start; see " + log, e);
        }
    }

    /** Stops it as an operator does, and waits until it is gone. */
    public void stop() throws InterruptedException {
        if (process.isPresent()) {
            process.get().destroy();
            if (!process.get().waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                throw new ToolException("the cloud does not stop; see " + log);
            }
            process = Optional.empty();
        }
    }

    public Path adminTokenFile() {
        return data.resolve("admin.token");
    }

    @Override
    public void close() {
        process.ifPresent(Process::destroy);
    }

    private URI ready(Process started) {
        try {
            BufferedReader output = started.inputReader();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(READY)) {
                    return URI.create(line.substring(READY.length()).strip());
                }
            }
            throw new ToolException("the cloud has ended; see " + log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
