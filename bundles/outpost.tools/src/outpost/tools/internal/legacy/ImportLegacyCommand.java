package outpost.tools.internal.legacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import outpost.tools.internal.HelpOption;
import outpost.tools.internal.Installation;
import outpost.tools.internal.ToolException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code outpost import-legacy}: the till itself does the work, without a window. */
@Command(
        name = "import-legacy",
        description =
                "Takes over an earlier till's SQLite file: products matched by code, receipts kept, what it had not sent queued.",
        footer = {
            "",
            "The till has to be enrolled, with its catalog, and must not be running. What cannot be taken over is named, and the rest is; run it again when"
                    + " that is mended: nothing is taken over twice. Exit code 0: everything is here; 1: something is not."
        })
public final class ImportLegacyCommand implements Callable<Integer> {
    private final Installation installation;

    @Mixin
    private HelpOption help;

    @Parameters(
            paramLabel = "FILE",
            description = "The earlier till's file, with the tables products, receipts, receipt_items, outbox.")
    private Path file;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The data folder of the till that takes over.")
    private Path data;

    public ImportLegacyCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!Files.exists(data.resolve("outpost.db"))) {
            throw new ToolException("there is no till's data in " + data);
        }
        List<String> command = List.of(
                installation.java().toString(),
                "-Xmx512m",
                "-Dlogback.configurationFile=" + installation.till().resolve("logback.xml"),
                "-Doutpost.data=" + data.toAbsolutePath(),
                "-Doutpost.sync.start=manual",
                "-jar",
                installation.launcher().toString(),
                "-nosplash",
                "-application",
                "outpost.legacy.till",
                "-configuration",
                installation.state().resolve("import-legacy").toString(),
                "-data",
                "@noDefault",
                file.toAbsolutePath().toString());
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0 ? 0 : 1;
        } catch (IOException e) {
            throw new ToolException("cannot start the till: " + e.getMessage(), e);
        }
    }
}
