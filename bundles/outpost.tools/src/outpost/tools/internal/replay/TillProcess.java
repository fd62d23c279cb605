package outpost.tools.internal.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.tools.internal.ToolException;
import outpost.values.TerminalId;

/** A running till, and what it has said of itself so far. */
final class TillProcess implements AutoCloseable {
    private static final long END_SECONDS = 10;

    private final TillFolder folder;
    private final Process process;
    private final Thread listener;
    private volatile Optional<TerminalId> terminal = Optional.empty();
    private volatile JsonNode latest = Json.mapper().createObjectNode();
    private volatile Standing standing = Standing.START;

    private TillProcess(TillFolder folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.listener = new Thread(this::listen, "till " + process.pid());
        listener.setDaemon(true);
        listener.start();
        // Also when this command is told to end, no till stays behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    static TillProcess start(TillFolder folder, List<String> command) {
        try {
            return new TillProcess(
                    folder,
                    new ProcessBuilder(command)
                            .redirectError(Redirect.appendTo(folder.log().toFile()))
                            .start());
        } catch (IOException e) {
            throw new ToolException("cannot start a till: " + e.getMessage(), e);
        }
    }

    /** The till's last line: its {@code state} and that state's figures. */
    JsonNode latest() {
        return latest;
    }

    Standing standing() {
        return standing;
    }

    /** Who it is; known once it has started. */
    Optional<TerminalId> terminal() {
        return terminal;
    }

    boolean isRunning() {
        return process.isAlive() || listener.isAlive();
    }

    /** Why it has ended without having done its work; empty if it has done it. */
    Optional<String> failure() {
        String state = latest.path("state").asText();
        if (process.exitValue() == 0 && state.equals("done")) {
            return Optional.empty();
        }
        String reason = state.equals("failed")
                ? latest.path("problem").asText()
                : "it ended with exit code " + process.exitValue() + "; see " + folder.log();
        return Optional.of("till " + folder.root().getFileName() + ": " + reason);
    }

    /** Ends it if it is still running; what it has rung is safe in its folder. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("{")) {
                    hear(Json.read(line, JsonNode.class));
                }
            }
        } catch (IOException | MalformedMessageException e) {
            latest = Json.mapper()
                    .createObjectNode()
                    .put("state", "failed")
                    .put("problem", "it cannot be understood: " + e.getMessage());
        }
    }

    private void hear(JsonNode said) {
        if (said.path("state").asText().equals("ready")) {
            folder.markEnrolled();
            terminal = Optional.of(new TerminalId(said.path("terminalId").asText()));
        }
        standing = standing.after(said);
        latest = said;
    }
}
