package outpost.tools.internal.screen;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Shows how far something is: a bar that is drawn over and over on a terminal, a line now and then elsewhere. */
public final class Progress implements AutoCloseable {
    private static final int CELLS = 30;
    private static final long LINE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long HUNDRED = 100;

    private final Screen screen;
    private final LongSupplier nanoTime;
    private String drawn = "";
    private String said = "";
    private long saidAt;

    public Progress(Screen screen, LongSupplier nanoTime) {
        this.screen = screen;
        this.nanoTime = nanoTime;
        this.saidAt = nanoTime.getAsLong();
    }

    /** @param text what the numbers mean */
    public void show(long done, long total, String text) {
        long percent = total <= 0 ? 0 : Math.min(HUNDRED, done * HUNDRED / total);
        String line = String.format("%3d %%  %s", percent, text);
        if (screen.isTerminal()) {
            draw(bar(percent) + " " + line);
        } else if (!line.equals(said) && nanoTime.getAsLong() - saidAt >= LINE_NANOS) {
            screen.say(line);
            said = line;
            saidAt = nanoTime.getAsLong();
        }
    }

    /** Clears the bar, so that what comes next stands in its place. */
    @Override
    public void close() {
        if (!drawn.isEmpty()) {
            screen.draw("\r" + " ".repeat(drawn.length()) + "\r");
            drawn = "";
        }
    }

    private void draw(String line) {
        if (!line.equals(drawn)) {
            screen.draw("\r" + line + " ".repeat(Math.max(0, drawn.length() - line.length())));
            drawn = line;
        }
    }

    private static String bar(long percent) {
        int full = (int) (percent * CELLS / HUNDRED);
        return "[" + "#".repeat(full) + "·".repeat(CELLS - full) + "]";
    }
}
