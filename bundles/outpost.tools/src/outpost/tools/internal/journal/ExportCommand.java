package outpost.tools.internal.journal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import outpost.protocol.JournalRow;
import outpost.protocol.Json;
import outpost.tools.internal.HelpOption;
import outpost.tools.internal.ToolException;
import outpost.tools.internal.screen.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code outpost journal export}. */
@Command(
        name = "export",
        description =
                "Writes a journal as journal.jsonl (JSON lines, can be verified again) and journal.csv, with journal.schema.json.")
final class ExportCommand implements Callable<Integer> {
    private static final String CSV_HEADER =
            "seq,posId,at,kind,subject,content,contentHash,previousHash,hash,signature\r\n";

    private final Screen screen;
    private long written;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "FILE", description = "A till's outpost.db, or the JSON lines of an export.")
    private Path file;

    @Option(names = "--to", defaultValue = ".", paramLabel = "DIR", description = "Where to write (this folder).")
    private Path to;

    ExportCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        JournalFile journal = JournalFile.of(file);
        try {
            Files.createDirectories(to);
            try (InputStream schema = ExportCommand.class.getResourceAsStream("journal.schema.json")) {
                Files.copy(schema, to.resolve("journal.schema.json"), StandardCopyOption.REPLACE_EXISTING);
            }
            try (BufferedWriter lines = Files.newBufferedWriter(to.resolve("journal.jsonl"));
                    BufferedWriter csv = Files.newBufferedWriter(to.resolve("journal.csv"))) {
                csv.write(CSV_HEADER);
                journal.read(row -> write(row, lines, csv));
            }
        } catch (IOException | UncheckedIOException e) {
            throw new ToolException("cannot write to " + to, e);
        }
        screen.print(written + " entries written to " + to.toAbsolutePath().normalize());
        journal.publicKey().ifPresent(key -> screen.say("To verify the export give it --key " + key));
        return 0;
    }

    private void write(JournalRow row, BufferedWriter lines, BufferedWriter csv) {
        try {
            lines.write(Json.write(row));
            lines.write('\n');
            csv.write(String.join(
                    ",",
                    Long.toString(row.seq()),
                    quoted(row.posId()),
                    quoted(Optional.of(row.at())),
                    quoted(Optional.of(row.kind())),
                    quoted(Optional.of(row.subject())),
                    quoted(row.content()),
                    row.contentHash(),
                    row.previousHash(),
                    row.hash(),
                    quoted(row.signature())));
            csv.write("\r\n");
            written++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As RFC 4180 has it. */
    private static String quoted(Optional<String> text) {
        return "\"" + text.orElse("").replace("\"", "\"\"") + "\"";
    }
}
