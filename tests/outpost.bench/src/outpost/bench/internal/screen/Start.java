package outpost.bench.internal.screen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;

/** This process's own start: when its first window was drawn, and how much memory it held then. Uses nothing of the till's, so that an empty window can be measured alike. */
final class Start {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final double KILOBYTES_PER_MEGABYTE = 1_024;

    private Start() {}

    /** Prints two readings on standard output when something is first drawn, and closes all windows. To be called on the display's thread. */
    static void watch(Display display, String name, String side) {
        Listener[] filter = new Listener[1];
        filter[0] = event -> {
            display.removeFilter(SWT.Paint, filter[0]);
            print(name, "ms", side, millis());
            print(name + "/memory", "MB", side, megabytes());
            display.asyncExec(() -> Stream.of(display.getShells()).forEach(shell -> shell.close()));
        };
        display.addFilter(SWT.Paint, filter[0]);
    }

    private static void print(String name, String unit, String side, double value) {
        System.out.printf(
                java.util.Locale.ROOT,
                "{\"name\":\"%s\",\"unit\":\"%s\",\"side\":\"%s\",\"value\":%.1f}%n",
                name,
                unit,
                side,
                value);
        System.out.flush();
    }

    private static long millis() {
        Instant started = ProcessHandle.current().info().startInstant().orElseThrow();
        return Instant.now().toEpochMilli() - started.toEpochMilli();
    }

    private static double megabytes() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    / KILOBYTES_PER_MEGABYTE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
