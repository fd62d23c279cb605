package outpost.cloud.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The administrator's secret: a file in the data directory that only its owner can read. */
public final class AdminToken {
    private static final String FILE = "admin.token";
    private static final int BYTES = 32;

    private final byte[] secret;

    private AdminToken(byte[] secret) {
        this.secret = secret;
    }

    /**
     * Reads the token, or makes it where there is none yet.
     *
     * @throws UncheckedIOException if the data directory cannot be read or written
     */
    public static AdminToken of(Path data, SecureRandom random) {
        Path file = data.resolve(FILE);
        try {
            Files.createDirectories(data);
            if (!Files.exists(file)) {
                write(file, random);
            }
            return new AdminToken(Files.readString(file).strip().getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot keep the administrator's token in " + data, failure);
        }
    }

    /** Compares in a time that tells nothing about the secret. */
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(secret, candidate.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(Path file, SecureRandom random) throws IOException {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        OwnerOnly.write(file, token + "\n");
    }
}
