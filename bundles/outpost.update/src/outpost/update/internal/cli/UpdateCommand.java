package outpost.update.internal.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import outpost.update.internal.UpdateException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code update}: what a technician does at one till, and what a publisher does before. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        description =
                "Field updates of a till with two slots, the releases that they install, and what a technician looks at.")
public final class UpdateCommand {
    private static final int FAILED = 1;
    private static final int USAGE_WIDTH = 110;

    private UpdateCommand() {}

    /** @param home where the till is installed; empty if that must be said */
    public static CommandLine line(PrintStream out, PrintStream err, Clock clock, String home) {
        return new CommandLine(new UpdateCommand())
                .addSubcommand(new TillCommands.Check(out, clock, home))
                .addSubcommand(new TillCommands.Apply(out, clock, home))
                .addSubcommand(new TillCommands.Rollback(out, clock, home))
                .addSubcommand(new TillCommands.Status(out, clock, home))
                .addSubcommand(new TillCommands.Pin(out, clock, home))
                .addSubcommand(new ServiceCommands.Logs(out, home))
                .addSubcommand(new ServiceCommands.Database(out))
                .addSubcommand(new ServiceCommands.Network(out, clock))
                .addSubcommand(new PublisherCommands.Install(out))
                .addSubcommand(new PublisherCommands.Key(out))
                .addSubcommand(new PublisherCommands.Prepare(out, clock))
                .addSubcommand(new CloudCommands.Publish(out))
                .addSubcommand(new CloudCommands.Promote(out))
                .addSubcommand(new CloudCommands.Halt(out))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setUsageHelpWidth(USAGE_WIDTH)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof UpdateException) {
                        err.println(command.getCommandSpec().qualifiedName() + ": " + failure.getMessage());
                        return FAILED;
                    }
                    throw failure;
                });
    }
}
