package outpost.simulation;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Builds one bug after the other into the product, runs seeds in a process of its own, and says after how many the bug was found. */
final class SelfTest {
    private static final Pattern FAILED = Pattern.compile("(?m)^replay: .*--seeds (\\d+)");
    private static final Pattern VIOLATION = Pattern.compile("(?m)^seed \\d+: (.*)$");

    private final Path project;
    private final String seeds;
    private final String faults;
    private final int threads;

    SelfTest(Path project, String seeds, String faults, int threads) {
        this.project = project;
        this.seeds = seeds;
        this.faults = faults;
        this.threads = threads;
    }

    /** Whether all were found. */
    boolean run(List<Bug> bugs) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Boolean>> found = new ArrayList<>();
            for (Bug bug : bugs) {
                found.add(workers.submit(() -> isFound(bug)));
            }
            boolean all = true;
            for (Future<Boolean> one : found) {
                all &= one.get();
            }
            return all;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a bug could not be tried", e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private boolean isFound(Bug bug) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Path compiled = Files.createTempDirectory("outpost-bug");
        Path output = Files.createTempFile("outpost-bug", ".txt");
        compile(bug, compiled);
        int exit = process(compiled, output);
        String text = Files.readString(output);
        Matcher failed = FAILED.matcher(text);
        boolean found = exit == 1 && failed.find();
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        Matcher violation = VIOLATION.matcher(text);
        System.out.println(
                (found ? "found by seed " + failed.group(1) : "NOT FOUND by seeds " + seeds) + " in " + seconds + " s: "
                        + bug.name() + (violation.find() ? " [" + violation.group(1) + "]" : found ? "" : "\n" + text));
        return found;
    }

    private int process(Path compiled, Path output) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", compiled + ":" + System.getProperty("java.class.path")));
        command.addAll(List.of(Main.class.getName(), "--seeds", seeds, "--faults", faults));
        command.addAll(List.of("--threads", "1"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    private void compile(Bug bug, Path to) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("this needs a JDK: a Java without a compiler runs it");
        }
        StringWriter messages = new StringWriter();
        List<String> options =
                List.of("-d", to.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none", "-parameters");
        Source source = new Source(bug.className(), bug.text(project));
        if (!compiler.getTask(messages, null, null, options, null, List.of(source))
                .call()) {
            throw new IllegalStateException("the bug '" + bug.name() + "' does not compile: " + messages);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
