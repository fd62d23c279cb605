package outpost.cloud.internal.updates;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.store.Sql;
import outpost.protocol.ErrorCode;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.protocol.Release;
import outpost.protocol.SignedRelease;

/**
 * Keeps releases for tills. The cloud holds no publisher's key and is not believed by any till: it looks only whether a release is whole, so that a broken upload
 * shows here and not in a shop.
 */
public final class Releases {
    /** Whom releases and channels belong to. */
    static final String CLOUD = "*";

    private static final int PIECE_BYTES = 512 * 1024;
    private static final int CONFLICT = 409;

    private final Database database;
    private final Clock clock;

    public Releases(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A release that is here. */
    public record View(long number, String version, String uploadedAt, String expiresAt, int files, long bytes) {}

    /** The newest first. */
    public List<View> all() {
        return database.read(em -> new Sql(em)
                .rows(
                        row -> view(row.getString(1), row.getLong(2)),
                        "SELECT words, uploaded_at FROM update_release WHERE tenant_id = ? ORDER BY number DESC",
                        CLOUD));
    }

    /**
     * Stores a release.
     *
     * @param zip the repository's files, {@link SignedRelease#FILE} first
     * @throws RefusedException if it is not whole, or one of that number is here; nothing was stored then
     */
    public View put(InputStream zip) {
        return database.writeOnce(em -> {
            try (ZipInputStream entries = new ZipInputStream(zip)) {
                return put(new Sql(em), entries);
            } catch (IOException e) {
                throw RefusedException.invalid("body", "The body is no readable zip file", e);
            }
        });
    }

    /**
     * Hands over a file of what a channel gives.
     *
     * @param open makes the place that it is written to, called once it is clear that there is such a file
     * @return whether the channel gives that file
     */
    public boolean give(String channel, String path, Function<Instant, OutputStream> open) throws IOException {
        Optional<Found> found = database.read(em -> find(new Sql(em), channel));
        if (found.isEmpty()) {
            return false;
        }
        if (path.equals(SignedRelease.FILE)) {
            open.apply(found.get().uploaded()).write(found.get().words().getBytes(StandardCharsets.UTF_8));
            return true;
        }
        Optional<OutputStream> out = Optional.empty();
        for (int piece = 0; ; piece++) {
            Optional<byte[]> content = piece(found.get().number(), path, piece);
            if (content.isEmpty()) {
                return out.isPresent();
            }
            if (out.isEmpty()) {
                out = Optional.of(open.apply(found.get().uploaded()));
            }
            out.get().write(content.get());
        }
    }

    private Optional<byte[]> piece(long number, String path, int piece) {
        return database.read(em -> new Sql(em)
                        .rows(
                                row -> row.getBytes(1),
                                "SELECT content FROM update_piece WHERE tenant_id = ? AND number = ? AND path = ? AND piece = ?",
                                CLOUD,
                                number,
                                path,
                                piece)
                        .stream()
                        .findFirst());
    }

    private static Optional<Found> find(Sql sql, String channel) {
        return sql
                .rows(
                        row -> new Found(row.getLong(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))),
                        "SELECT r.number, r.words, r.uploaded_at FROM update_channel c JOIN update_release r"
                                + " ON r.tenant_id = c.tenant_id AND r.number = c.number"
                                + " WHERE c.tenant_id = ? AND c.channel = ? AND c.halted = FALSE",
                        CLOUD,
                        channel)
                .stream()
                .findFirst();
    }

    private View put(Sql sql, ZipInputStream entries) throws IOException {
        ZipEntry first = entries.getNextEntry();
        if (first == null || !first.getName().equals(SignedRelease.FILE)) {
            throw RefusedException.invalid("body", "The zip file does not begin with " + SignedRelease.FILE);
        }
        byte[] words = entries.readNBytes(SignedRelease.BYTES + 1);
        if (words.length > SignedRelease.BYTES) {
            throw RefusedException.invalid("body", SignedRelease.FILE + " is too long");
        }
        String text = new String(words, StandardCharsets.UTF_8);
        Release release = release(text);
        if (find(sql, release.number())) {
            throw new RefusedException(
                    CONFLICT,
                    ErrorCode.POS_SYNC_REQUEST_INVALID,
                    "There is a release " + release.number() + " already; a release never changes");
        }
        long now = clock.millis();
        sql.change(
                "INSERT INTO update_release (tenant_id, number, version, words, uploaded_at) VALUES (?, ?, ?, ?, ?)",
                CLOUD,
                release.number(),
                release.version(),
                text,
                now);
        Map<String, Release.File> missing = new TreeMap<>(
                release.files().stream().collect(Collectors.toMap(Release.File::path, Function.identity())));
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (!entry.isDirectory()) {
                Release.File file = Optional.ofNullable(missing.remove(entry.getName()))
                        .orElseThrow(() -> RefusedException.invalid(
                                "body", "The zip file holds a file that the release does not name, or one twice"));
                store(sql, release.number(), file, entries);
            }
        }
        if (!missing.isEmpty()) {
            throw RefusedException.invalid("body", "The zip file lacks " + String.join(", ", missing.keySet()));
        }
        return view(text, now);
    }

    private static boolean find(Sql sql, long number) {
        return !sql.rows(
                        row -> row.getLong(1),
                        "SELECT number FROM update_release WHERE tenant_id = ? AND number = ?",
                        CLOUD,
                        number)
                .isEmpty();
    }

    private static void store(Sql sql, long number, Release.File file, InputStream in) throws IOException {
        MessageDigest digest = sha256();
        long left = file.size();
        int piece = 0;
        do {
            byte[] content = in.readNBytes((int) Math.min(PIECE_BYTES, left));
            digest.update(content);
            left -= content.length;
            sql.change(
                    "INSERT INTO update_piece (tenant_id, number, path, piece, content) VALUES (?, ?, ?, ?, ?)",
                    CLOUD,
                    number,
                    file.path(),
                    piece++,
                    content);
            if (content.length == 0) {
                break;
            }
        } while (left > 0);
        boolean asSigned = left == 0
                && in.read() < 0
                && HexFormat.of().formatHex(digest.digest()).equals(file.sha256());
        if (!asSigned) {
            throw RefusedException.invalid("body", file.path() + " is not the file that the release names");
        }
    }

    private static Release release(String text) {
        try {
            return Json.read(text, SignedRelease.class).claimed();
        } catch (MalformedMessageException e) {
            throw RefusedException.invalid("body", SignedRelease.FILE + " is no signed release: " + e.getMessage(), e);
        }
    }

    private static View view(String words, long uploadedAt) {
        Release release = release(words);
        return new View(
                release.number(),
                release.version(),
                Instant.ofEpochMilli(uploadedAt).toString(),
                release.expiresAt(),
                release.files().size(),
                release.files().stream().mapToLong(Release.File::size).sum());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Found(long number, String words, Instant uploaded) {}
}
