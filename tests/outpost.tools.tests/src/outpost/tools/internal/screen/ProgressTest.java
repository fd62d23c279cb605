package outpost.tools.internal.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long nanos;

    @Test
    void onATerminalOneLineIsDrawnOverAndGoneInTheEnd() {
        try (Progress progress = new Progress(screen(true), () -> nanos)) {
            progress.show(1, 4, "one of four");
            progress.show(4, 4, "all");
        }

        String drawn = err.toString(StandardCharsets.UTF_8);
        assertEquals(0, drawn.chars().filter(c -> c == '\n').count());
        assertTrue(drawn.contains(" 25 %  one of four"), drawn);
        assertTrue(drawn.contains("100 %  all "), "what was longer is covered: " + drawn);
        assertTrue(drawn.endsWith(" \r"), drawn);
    }

    @Test
    void elsewhereALineAppearsNowAndThen() {
        Progress progress = new Progress(screen(false), () -> nanos);
        for (int second = 1; second <= 5; second++) {
            nanos = TimeUnit.SECONDS.toNanos(second);
            progress.show(second, 5, second + " s");
        }
        progress.close();

        assertEquals(" 40 %  2 s\n 80 %  4 s\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void nothingToDoIsNoProgressYet() {
        Progress progress = new Progress(screen(true), () -> nanos);

        progress.show(0, 0, "starting");

        assertTrue(err.toString(StandardCharsets.UTF_8).contains("  0 %  starting"));
    }

    private Screen screen(boolean terminal) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Screen(stream, stream, terminal);
    }
}
