package outpost.tools.internal.screen;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where a command prints: results on one stream, everything that is said on the way to them on the other. */
public final class Screen {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean terminal;

    /** @param terminal whether a person watches, so that a line may be drawn over again */
    public Screen(PrintStream out, PrintStream err, boolean terminal) {
        this.out = new PrintWriter(out, true, StandardCharsets.UTF_8);
        this.err = new PrintWriter(err, true, StandardCharsets.UTF_8);
        this.terminal = terminal;
    }

    public PrintWriter out() {
        return out;
    }

    public PrintWriter err() {
        return err;
    }

    public boolean isTerminal() {
        return terminal;
    }

    /** Part of the result. */
    public void print(String line) {
        out.println(line);
    }

    /** What is being done. */
    public void say(String line) {
        err.println(line);
    }

    public void problem(String sentence) {
        err.println(sentence);
    }

    void draw(String text) {
        err.print(text);
        err.flush();
    }
}
