package outpost.reconcile.ui.internal.comparison;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import outpost.reconcile.ui.internal.comparison.PlannedRow.Difference;
import outpost.reconcile.ui.internal.words.FieldWords;

/** Writes what differs between two catalogs into a table that any spreadsheet opens: columns are separated by tabs. */
public final class PlanFile {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path folder;
    private final Clock clock;

    /** @param folder is made when it is needed */
    public PlanFile(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * One line for each field that differs; a row that is no product has one line without a field.
     *
     * @return the file
     * @throws UncheckedIOException if it cannot be written; part of it may be there
     */
    Path write(List<PlannedRow> rows, FieldWords words) {
        Path file = folder.resolve("catalog-" + STAMP.format(LocalDateTime.now(clock)) + ".tsv");
        try {
            Files.createDirectories(folder);
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                line(out, "row", "name", "change", "field", "here", "cloud");
                for (PlannedRow row : rows) {
                    write(out, row, words);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
        return file;
    }

    private static void write(BufferedWriter out, PlannedRow row, FieldWords words) throws IOException {
        List<Difference> differences = row.differences(words);
        if (differences.isEmpty()) {
            line(out, row.key(), row.name(), row.change(), "", "", "");
        }
        for (Difference difference : differences) {
            line(out, row.key(), row.name(), row.change(), difference.field(), difference.here(), difference.cloud());
        }
    }

    private static void line(BufferedWriter out, String... cells) throws IOException {
        for (int place = 0; place < cells.length; place++) {
            out.write(place == 0 ? "" : "\t");
            out.write(cells[place].replaceAll("[\\t\\r\\n]", " "));
        }
        out.write('\n');
    }
}
