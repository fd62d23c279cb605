package outpost.tools.internal;

import picocli.CommandLine.Option;

/** The option that every command has. */
public final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Tell what this command does and end.")
    boolean asked;
}
