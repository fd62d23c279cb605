package outpost.tools.internal.journal;

import outpost.tools.internal.HelpOption;
import outpost.tools.internal.screen.Screen;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code outpost journal}. */
@Command(name = "journal", description = "Looks through a till's journal for changes, or writes it out.")
public final class JournalCommand implements Runnable {
    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    private JournalCommand() {}

    public static CommandLine of(Screen screen) {
        return new CommandLine(new JournalCommand())
                .addSubcommand(new VerifyCommand(screen))
                .addSubcommand(new ExportCommand(screen));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "verify or export?");
    }
}
