package outpost.protocol;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a till is to consist of after an update: the units to install, and every file of the p2 repository that holds them. It is believed only as the content of
 * a {@link SignedRelease}.
 *
 * @param number grows with every release of this publisher; a till takes none that is lower than one it has seen
 * @param version what people call it
 * @param publishedAt and {@code expiresAt}: ISO 8601 instants; from the second on nobody installs it any more
 * @param units p2's installable units with their versions
 * @param files all of the repository, by their paths
 */
public record Release(
        long number, String version, String publishedAt, String expiresAt, List<Unit> units, List<File> files) {
    /** Files of one release. */
    public static final int FILES = 2_000;
    /** Bytes of one file. */
    public static final long FILE_BYTES = 64L * 1024 * 1024;

    private static final int PATH_CHARS = 250;

    public Release {
        if (number < 1) {
            throw new IllegalArgumentException("number must be above 0");
        }
        Limits.requireText("version", version, 1, Limits.CODE_CHARS);
        instant("publishedAt", publishedAt);
        instant("expiresAt", expiresAt);
        units = List.copyOf(Objects.requireNonNull(units, "units"));
        files = List.copyOf(Objects.requireNonNull(files, "files"));
        if (units.isEmpty() || files.isEmpty() || files.size() > FILES) {
            throw new IllegalArgumentException("a release has units, and 1 to " + FILES + " files");
        }
        Set<String> paths = new HashSet<>();
        files.forEach(file -> {
            if (!paths.add(file.path())) {
                throw new IllegalArgumentException("the file " + file.path() + " is there twice");
            }
        });
    }

    /** Whether it may not be installed any more. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(Instant.parse(expiresAt));
    }

    /** What a technician reads. */
    public String title() {
        return version + " (release " + number + ")";
    }

    private static void instant(String field, String text) {
        Limits.requireText(field, text, 1, Limits.CODE_CHARS);
        try {
            Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(field + " is no ISO 8601 instant", e);
        }
    }

    /** One of p2's installable units. */
    public record Unit(String id, String version) {
        private static final String FORM = "[A-Za-z0-9._-]+";

        public Unit {
            Limits.requireText("id", id, 1, Limits.NAME_CHARS);
            Limits.requireText("version", version, 1, Limits.CODE_CHARS);
            // Both become words of a command line and of a p2 query.
            if (!id.matches(FORM) || id.startsWith("-") || !version.matches(FORM)) {
                throw new IllegalArgumentException(id + "/" + version + " is no installable unit");
            }
        }
    }

    /**
     * One file of the repository.
     *
     * @param path below the repository, parts separated by {@code /}
     * @param size in bytes
     * @param sha256 64 lower-case hexadecimal digits
     */
    public record File(String path, long size, String sha256) {
        private static final String PART = "[A-Za-z0-9_+@-][A-Za-z0-9._+@-]*";

        public File {
            Limits.requireText("path", path, 1, PATH_CHARS);
            if (!path.matches(PART + "(/" + PART + "){0,4}")) {
                throw new IllegalArgumentException("'" + path + "' is no path of a repository");
            }
            if (size < 0 || size > FILE_BYTES) {
                throw new IllegalArgumentException("a file of a release has at most " + FILE_BYTES + " bytes");
            }
            Sha256.requireHex("sha256", sha256);
        }
    }
}
