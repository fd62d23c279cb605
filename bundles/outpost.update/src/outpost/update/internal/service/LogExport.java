package outpost.update.internal.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import outpost.update.internal.UpdateException;

/**
 * What a technician sends to whoever helps: logs and settings in one zip file. It takes what is named here and nothing else, so that neither keys nor the database
 * can slip in, and blackens in it what looks like a secret.
 */
public final class LogExport {
    private static final List<String> SETTINGS = List.of("outpost.properties", "chosen.properties");
    private static final String BLACK = "██████";
    /** Tokens (RFC 7519), what follows "Bearer", enrolment codes, and keys in Base64. */
    private static final Pattern SECRET = Pattern.compile("eyJ[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+){1,2}"
            + "|(?<=Bearer )\\S+"
            + "|(?<=enrol=)\\S+"
            + "|(?<=--enrol )\\S+"
            + "|\\bMC4CAQAwBQYDK2Vw[A-Za-z0-9+/=]+");
    /** A setting whose value nobody has to see. */
    private static final Pattern SECRET_SETTING =
            Pattern.compile("(?i)^(\\s*[^#=:]*(?:key|token|secret|password|pin|code)[^=:]*[=:]\\s*).+$");

    private final Path data;

    /** @param data the till's data folder */
    public LogExport(Path data) {
        this.data = data;
    }

    /**
     * Writes the file.
     *
     * @param others further folders whose {@code *.log} belong to it
     * @param texts further files, each a name and what is to stand in it
     * @return how many files are in it
     * @throws UpdateException if the zip file exists, or the disk fails
     */
    public int to(Path zip, List<Path> others, Map<String, String> texts) {
        try (OutputStream file = Files.newOutputStream(zip, java.nio.file.StandardOpenOption.CREATE_NEW);
                ZipOutputStream entries = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            int count = 0;
            for (String name : SETTINGS) {
                count += add(entries, data.resolve(name), name);
            }
            count += addLogs(entries, data.resolve("log"), "log/");
            for (Path other : others) {
                count += addLogs(entries, other, other.getFileName() + "/");
            }
            for (Map.Entry<String, String> text : texts.entrySet()) {
                count += add(entries, new BufferedReader(new StringReader(text.getValue())), text.getKey());
            }
            return count;
        } catch (IOException e) {
            throw new UpdateException("The logs cannot be written to " + zip + ": " + e, e);
        }
    }

    private static int addLogs(ZipOutputStream entries, Path folder, String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        int count = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (file.getFileName().toString().endsWith(".log")) {
                    count += add(entries, file, prefix + file.getFileName());
                }
            }
        }
        return count;
    }

    private static int add(ZipOutputStream entries, Path file, String name) throws IOException {
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            return add(entries, lines, name);
        }
    }

    private static int add(ZipOutputStream entries, BufferedReader lines, String name) throws IOException {
        entries.putNextEntry(new ZipEntry(name));
        Writer text = new OutputStreamWriter(entries, StandardCharsets.UTF_8);
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                text.write(blackened(line) + "\n");
            }
        } catch (MalformedInputException e) {
            text.write("(the rest is no text)\n");
        }
        text.flush();
        return 1;
    }

    static String blackened(String line) {
        return SECRET_SETTING.matcher(SECRET.matcher(line).replaceAll(BLACK)).replaceAll("$1" + BLACK);
    }
}
