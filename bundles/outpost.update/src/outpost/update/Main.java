package outpost.update;

import java.time.Clock;
import outpost.update.internal.cli.UpdateCommand;

/** The entry point. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(
                UpdateCommand.line(System.out, System.err, Clock.systemUTC(), System.getProperty("outpost.home", ""))
                        .execute(arguments));
    }
}
