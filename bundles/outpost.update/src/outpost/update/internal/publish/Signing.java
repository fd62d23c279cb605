package outpost.update.internal.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import outpost.protocol.Json;
import outpost.protocol.Release;
import outpost.protocol.SignedRelease;
import outpost.update.internal.UpdateException;

/** Makes a repository a release: says what every file is, and signs that. */
public final class Signing {
    private Signing() {}

    /**
     * Writes {@link SignedRelease#FILE} into the repository.
     *
     * @throws UpdateException if a file cannot be read, or cannot be part of a release
     */
    public static Release sign(
            Path repository,
            long number,
            String version,
            Instant published,
            Instant expires,
            List<Release.Unit> units,
            PrivateKey key) {
        try {
            Release release =
                    new Release(number, version, published.toString(), expires.toString(), units, files(repository));
            Files.writeString(repository.resolve(SignedRelease.FILE), Json.write(SignedRelease.sign(release, key)));
            return release;
        } catch (IOException | IllegalArgumentException e) {
            throw new UpdateException("Cannot make " + repository + " a release: " + e.getMessage(), e);
        }
    }

    private static List<Release.File> files(Path repository) throws IOException {
        List<Release.File> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(repository)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String path = repository.relativize(file).toString().replace('\\', '/');
                if (!path.equals(SignedRelease.FILE)) {
                    byte[] content = Files.readAllBytes(file);
                    files.add(new Release.File(path, content.length, sha256(content)));
                }
            }
        }
        return files;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
