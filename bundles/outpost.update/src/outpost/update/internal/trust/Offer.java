package outpost.update.internal.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import outpost.protocol.Release;
import outpost.protocol.SignedRelease;
import outpost.update.Refusal.Reason;
import outpost.update.internal.UpdateException;

/**
 * A release that a source gives and a pinned key has signed.
 *
 * @param text of {@link SignedRelease#FILE}, as it was signed
 */
public record Offer(Release release, String text, Source source) {
    private static final int CHUNK = 64 * 1024;

    /**
     * What the source gives.
     *
     * @return empty if it gives none, as a channel that was halted
     * @throws UpdateException if the source cannot be reached, or what it gives is not believed
     */
    public static Optional<Offer> from(Source source, Publishers publishers) throws InterruptedException {
        try {
            Optional<InputStream> file = source.open(SignedRelease.FILE);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream in = file.get()) {
                byte[] bytes = in.readNBytes(SignedRelease.BYTES + 1);
                if (bytes.length > SignedRelease.BYTES) {
                    throw new UpdateException(Reason.NO_RELEASE);
                }
                String text = new String(bytes, StandardCharsets.UTF_8);
                return Optional.of(new Offer(publishers.believe(text), text, source));
            }
        } catch (IOException e) {
            throw new UpdateException(e, Reason.UNREADABLE, reason(e));
        }
    }

    /**
     * Fetches the repository; when this returns, every file in the folder is the one that was signed.
     *
     * @param folder empty
     * @throws UpdateException naming the file that is absent or another one
     */
    public void fetch(Path folder) throws InterruptedException {
        for (Release.File file : release.files()) {
            try {
                fetch(file, folder);
            } catch (IOException e) {
                throw new UpdateException(e, Reason.FILE_UNREADABLE, file.path(), reason(e));
            }
        }
    }

    private void fetch(Release.File file, Path folder) throws IOException, InterruptedException {
        Path target = folder.resolve(file.path());
        Files.createDirectories(target.getParent());
        MessageDigest digest = sha256();
        try (InputStream in = source.open(file.path())
                        .orElseThrow(() -> new UpdateException(Reason.FILE_ABSENT, file.path()));
                OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            long left = file.size() + 1;
            for (byte[] chunk = some(in, left); chunk.length > 0 && left > 0; chunk = some(in, left)) {
                out.write(chunk);
                left -= chunk.length;
            }
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(file.sha256())) {
            throw new UpdateException(Reason.FILE_CHANGED, file.path());
        }
    }

    private static byte[] some(InputStream in, long most) throws IOException {
        return in.readNBytes((int) Math.min(CHUNK, most));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
