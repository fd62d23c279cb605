package outpost.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A process of ours, its standard output line by line, and the power to end it without warning. */
final class RealProcess implements AutoCloseable {
    private final Process process;
    private final Path errors;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private RealProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        Thread reader = new Thread(this::readLines, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * @param errors file that takes standard error
     */
    static RealProcess start(List<String> command, Map<String, String> environment, Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        return new RealProcess(builder.start(), errors);
    }

    /** The first line from now on that fits. */
    String awaitLine(Predicate<String> fits, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            String line = lines.poll(Math.min(left, TimeUnit.MILLISECONDS.toNanos(200)), TimeUnit.NANOSECONDS);
            if (line != null && fits.test(line)) {
                return line;
            }
            if (line == null && !process.isAlive() && lines.isEmpty()) {
                throw new AssertionError(
                        "process ended with " + process.exitValue() + " before that; its errors: " + errors);
            }
        }
        throw new AssertionError("no such line within " + limit + "; errors: " + errors);
    }

    /** Gives the process a line on its standard input. */
    void say(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Has whoever takes dictation in that process do something, and waits until it is done; answers what belongs to the answer. */
    String does(String order, Duration limit) throws IOException, InterruptedException {
        say(order);
        String answer =
                awaitLine(line -> line.startsWith("done " + order) || line.startsWith("failed " + order), limit);
        if (answer.startsWith("failed")) {
            throw new AssertionError(answer);
        }
        return answer.substring("done ".length() + order.length()).strip();
    }

    int awaitExit(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + limit + "; errors: " + errors);
        }
        return process.exitValue();
    }

    /** {@code kill -9}: no shutdown hook, no finally block, no flush. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, as the system does when it goes down. */
    void terminate(Duration limit) throws InterruptedException {
        process.destroy();
        awaitExit(limit);
    }

    /** Ends it with all that it started. */
    void closeTree() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        close();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void readLines() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("(output ended: " + e.getMessage() + ")");
        }
    }
}
