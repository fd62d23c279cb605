package outpost.tools.internal.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import outpost.protocol.EnrolmentLink;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.tools.internal.ToolException;
import outpost.tools.internal.replay.Totals;
import outpost.values.TerminalId;

/** The real till with its real window, and somebody who types what it is told to. */
final class TillWindow implements AutoCloseable {
    private static final long ANSWER_SECONDS = 180;
    private static final long GLANCE_MILLIS = 200;
    private static final long END_SECONDS = 15;
    /** It takes orders, and looks for a lost cloud more often than a till in a shop would. */
    private static final String JAVA_OPTIONS = "-Doutpost.replay.orders=stdin -Doutpost.sync.pause.max.seconds=4";

    private final Process process;
    private final Path log;
    private final LongSupplier nanoTime;
    private final BufferedWriter orders;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private TillWindow(Process process, Path log, LongSupplier nanoTime) {
        this.process = process;
        this.log = log;
        this.nanoTime = nanoTime;
        this.orders = process.outputWriter();
        Thread listener = new Thread(this::listen, "till window");
        listener.setDaemon(true);
        listener.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    static TillWindow open(Path product, Path data, EnrolmentLink link, Path log, LongSupplier nanoTime) {
        ProcessBuilder till = new ProcessBuilder(
                product.resolve("till").toString(), "--data", data.toString(), "--enrol", link.toString());
        till.environment().put("OUTPOST_JAVA_OPTIONS", JAVA_OPTIONS);
        // For later starts, and there is none.
        till.environment().put("OUTPOST_CLASS_ARCHIVE", "off");
        try {
            return new TillWindow(
                    till.redirectError(Redirect.appendTo(log.toFile())).start(), log, nanoTime);
        } catch (IOException e) {
            throw new ToolException("the till's window cannot be opened: " + e.getMessage(), e);
        }
    }

    /** What the till says of itself. */
    record Status(
            String terminalId,
            long catalogRows,
            String line,
            long sales,
            long refunds,
            long lines,
            long netMinor,
            long waiting,
            long parked) {
        TerminalId terminal() {
            return new TerminalId(terminalId);
        }

        Totals rung() {
            return new Totals(sales, refunds, lines, netMinor);
        }
    }

    /** Goods over the counter, and cash to the penny. */
    record Ticket(List<String> scans, boolean comesBack) {}

    void sell(Ticket ticket) throws InterruptedException {
        order(new SellOrder("sell", ticket.scans(), ticket.comesBack()));
    }

    Status status() throws InterruptedException {
        return Json.read(order(new Order("status")).toString(), Status.class);
    }

    /** Waits until the till's state is such. */
    Status await(String what, long seconds, Predicate<Status> fits) throws InterruptedException {
        long deadline = nanoTime.getAsLong() + TimeUnit.SECONDS.toNanos(seconds);
        Status now = status();
        while (!fits.test(now)) {
            if (nanoTime.getAsLong() > deadline) {
                throw new ToolException(what + " within " + seconds + " s; the till says " + now + ", see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            now = status();
        }
        return now;
    }

    void picture(Path file) throws InterruptedException {
        order(new PictureOrder("picture", file.toString()));
    }

    /** Waits until a person closes it. */
    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Closes the window as its user does; if that does not help, ends the process. */
    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                order(new Order("close"));
            }
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (ToolException e) {
            process.destroy();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode order(Object order) throws InterruptedException {
        try {
            orders.write(Json.write(order));
            orders.newLine();
            orders.flush();
        } catch (IOException e) {
            throw new ToolException("the till's window has closed; see " + log, e);
        }
        JsonNode answer = answer();
        if (!answer.path("ok").asBoolean()) {
            throw new ToolException("the till: " + answer.path("problem").asText());
        }
        return answer;
    }

    private JsonNode answer() throws InterruptedException {
        for (long glance = 0; glance < ANSWER_SECONDS * 1000 / GLANCE_MILLIS; glance++) {
            String line = answers.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            if (line != null) {
                return read(line);
            }
            if (!process.isAlive() && answers.isEmpty()) {
                throw new ToolException("the till has ended with exit code " + process.exitValue() + "; see " + log);
            }
        }
        throw new ToolException("the till does not answer; see " + log);
    }

    private JsonNode read(String line) {
        try {
            return Json.read(line, JsonNode.class);
        } catch (MalformedMessageException e) {
            throw new ToolException("the till says '" + line + "'; see " + log, e);
        }
    }

    private void listen() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("{")) {
                    answers.add(line);
                }
            }
        } catch (IOException e) {
            answers.add("the end of its output: " + e.getMessage());
        }
    }

    private record Order(@JsonProperty("do") String what) {}

    private record SellOrder(
            @JsonProperty("do") String what, List<String> scans, @JsonProperty("return") boolean comesBack) {}

    private record PictureOrder(@JsonProperty("do") String what, String file) {}
}
