package outpost.tools.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import outpost.tools.internal.screen.Screen;

/** A command line that was run in this process, and what it printed. */
public record Call(int exitCode, String out, String err) {
    public static Call of(String... arguments) {
        return of(System.getProperties(), arguments);
    }

    public static Call of(Properties properties, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Screen screen = new Screen(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int exitCode = CommandTree.of(screen, Installation.of(properties), System::nanoTime)
                .execute(arguments);
        return new Call(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
