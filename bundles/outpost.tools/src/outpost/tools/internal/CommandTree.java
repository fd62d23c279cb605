package outpost.tools.internal;

import java.util.function.LongSupplier;
import outpost.tools.internal.catalog.ImportCommand;
import outpost.tools.internal.demo.DemoCommand;
import outpost.tools.internal.replay.ReplayCommand;
import outpost.tools.internal.screen.Screen;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** All commands, and how their failures reach a person. */
@Command(name = "outpost", description = "The operators' commands of Outpost.")
public final class CommandTree {
    private static final int FAILED = 1;
    private static final int WRONG_OPTIONS = 2;

    private CommandTree() {}

    public static CommandLine of(Screen screen, Installation installation, LongSupplier nanoTime) {
        return new CommandLine(new CommandTree())
                .addSubcommand(new ImportCommand(screen, nanoTime))
                .addSubcommand(new ReplayCommand(screen, installation, nanoTime))
                .addSubcommand(new DemoCommand(screen, installation, nanoTime))
                .setOut(screen.out())
                .setErr(screen.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, arguments) -> refuse(screen, wrong))
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(screen, command, failure));
    }

    private static int refuse(Screen screen, ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        screen.problem(command + ": " + wrong.getMessage() + "; see: " + command + " --help");
        return WRONG_OPTIONS;
    }

    /** A failure that was foreseen is a sentence; any other is a defect, whose trace picocli prints. */
    private static int explain(Screen screen, CommandLine command, Exception failure) throws Exception {
        if (failure instanceof ToolException) {
            screen.problem(command.getCommandSpec().qualifiedName() + ": " + failure.getMessage());
            return FAILED;
        }
        throw failure;
    }
}
