package outpost.tools.internal.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import outpost.tools.internal.ToolException;

/**
 * A file of products, as it lies on the disk.
 *
 * @param format {@code tsv}, {@code csv} or {@code ndjson}
 * @param gzip whether it is compressed
 */
public record CatalogFile(Path path, String format, boolean gzip, long bytes) {
    private static final List<String> FORMATS = List.of("tsv", "csv", "ndjson");
    private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};

    /**
     * Takes the format from the name, {@code products.tsv.gz}, and the compression from the first bytes.
     *
     * @throws ToolException if it cannot be read, or its name says no format
     */
    public static CatalogFile of(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        String bare = name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
        String format = bare.substring(bare.lastIndexOf('.') + 1);
        if (!FORMATS.contains(format)) {
            throw new ToolException("'" + path + "' does not end in .tsv, .csv or .ndjson, with or without .gz");
        }
        try (InputStream content = Files.newInputStream(path)) {
            byte[] start = content.readNBytes(GZIP_MAGIC.length);
            return new CatalogFile(path, format, Arrays.equals(start, GZIP_MAGIC), Files.size(path));
        } catch (IOException e) {
            throw new ToolException("cannot read " + path, e);
        }
    }

    InputStream open() throws IOException {
        return Files.newInputStream(path);
    }
}
