package outpost.store.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.store.StoreException;

class FileVaultTest {
    private static final byte[] SECRET = "the private key".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void opensWhatItSealedAlsoAfterARestart() {
        byte[] sealed = vault(folder).seal("key", SECRET);

        assertArrayEquals(SECRET, vault(folder).open("key", sealed));
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("private"));
    }

    @Test
    void sealingTwiceNeverGivesTheSameBytes() {
        FileVault vault = vault(folder);

        assertFalse(Arrays.equals(vault.seal("key", SECRET), vault.seal("key", SECRET)));
    }

    @Test
    void anyChangedByteIsFound() {
        FileVault vault = vault(folder);
        byte[] sealed = vault.seal("key", SECRET);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThrows(StoreException.class, () -> vault.open("key", changed), "byte " + i);
        }
        assertThrows(StoreException.class, () -> vault.open("key", Arrays.copyOf(sealed, sealed.length - 1)));
        assertThrows(StoreException.class, () -> vault.open("key", new byte[0]));
    }

    @Test
    void opensOnlyForThePurposeAndWithTheKeyOfTheSealing() throws Exception {
        byte[] sealed = vault(folder).seal("key", SECRET);
        Path other = Files.createDirectory(folder.resolve("other"));

        assertThrows(StoreException.class, () -> vault(folder).open("token", sealed));
        assertThrows(StoreException.class, () -> vault(other).open("key", sealed));
    }

    @Test
    void theKeyIsForItsOwnerOnlyAndNothingElseIsLeftBehind() throws Exception {
        vault(folder);

        Path key = folder.resolve("vault.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertEquals(32, Files.size(key));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aDamagedKeyFileIsReportedAndNotReplaced() throws Exception {
        Path key = folder.resolve("vault.key");
        Files.write(key, new byte[5]);

        assertThrows(StoreException.class, () -> vault(folder));
        assertEquals(5, Files.size(key));
    }

    private static FileVault vault(Path in) {
        return new FileVault(in, new SecureRandom());
    }
}
