package outpost.tools.internal.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import outpost.protocol.JournalRow;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.tools.internal.ToolException;

/** A journal as it lies on a disk: a till's database, or an export of JSON lines. */
interface JournalFile {
    /** Gives each entry in the order of their numbers, or of the file's lines. */
    void read(Consumer<JournalRow> each);

    /** The terminal's public key, where the file holds it. */
    Optional<String> publicKey();

    /** @throws ToolException if there is no such file, or it is neither */
    static JournalFile of(Path file) {
        byte[] magic = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(magic, in.readNBytes(magic.length)) ? new TillDatabase(file) : new Lines(file);
        } catch (IOException e) {
            throw new ToolException("cannot read " + file, e);
        }
    }

    /** JSON lines as {@code outpost journal export} writes them. */
    record Lines(Path file) implements JournalFile {
        @Override
        public void read(Consumer<JournalRow> each) {
            try (BufferedReader in = Files.newBufferedReader(file)) {
                int lineNo = 0;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    lineNo++;
                    each.accept(row(line, lineNo));
                }
            } catch (IOException e) {
                throw new ToolException("cannot read " + file, e);
            }
        }

        @Override
        public Optional<String> publicKey() {
            return Optional.empty();
        }

        private JournalRow row(String line, int lineNo) {
            try {
                return Json.read(line, JournalRow.class);
            } catch (MalformedMessageException e) {
                throw new ToolException(file + ", line " + lineNo + ", is no entry of a journal: " + e.getMessage(), e);
            }
        }
    }
}
