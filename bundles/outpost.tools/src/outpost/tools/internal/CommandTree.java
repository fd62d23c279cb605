package outpost.tools.internal;

import java.util.List;
import java.util.function.LongSupplier;
import outpost.tools.internal.audit.AuditCommand;
import outpost.tools.internal.bench.BenchCommand;
import outpost.tools.internal.catalog.ImportCommand;
import outpost.tools.internal.demo.DemoCommand;
import outpost.tools.internal.journal.JournalCommand;
import outpost.tools.internal.legacy.ImportLegacyCommand;
import outpost.tools.internal.replay.ReplayCommand;
import outpost.tools.internal.screen.Screen;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** All commands, and how their failures reach a person. */
@Command(name = "outpost", description = "The operators' commands of Outpost.")
public final class CommandTree {
    private static final int FAILED = 1;
    private static final int WRONG_OPTIONS = 2;
    private static final int USAGE_WIDTH = 110;

    @Mixin
    private HelpOption help;

    private CommandTree() {}

    public static CommandLine of(Screen screen, Installation installation, LongSupplier nanoTime) {
        return new CommandLine(new CommandTree())
                .addSubcommand(new ImportCommand(screen, nanoTime))
                .addSubcommand(new ImportLegacyCommand(installation))
                .addSubcommand(new ReplayCommand(screen, installation, nanoTime))
                .addSubcommand(new DemoCommand(screen, installation, nanoTime))
                .addSubcommand(JournalCommand.of(screen))
                .addSubcommand(new BenchCommand(screen, installation))
                .addSubcommand(new AuditCommand(screen, installation))
                .setOut(screen.out())
                .setErr(screen.err())
                .setUsageHelpWidth(USAGE_WIDTH)
                .setParameterExceptionHandler((wrong, arguments) -> refuse(screen, wrong))
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(screen, command, failure));
    }

    private static int refuse(Screen screen, ParameterException wrong) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        List<String> unknown = wrong.getCommandLine().getUnmatchedArguments();
        // Picocli names missing options first, but whoever has mistyped one wants to know that.
        String what = unknown.isEmpty() ? wrong.getMessage() : "Unknown option: " + String.join(" ", unknown);
        screen.problem(command + ": " + what + "; see: " + command + " --help");
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
