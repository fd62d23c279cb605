package outpost.store.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.store.Store;
import outpost.store.StoreException;
import outpost.store.Vault;

/**
 * A vault whose key is in the file {@code vault.key} beside the database, readable by its owner only: a copy of the database alone opens nothing.
 *
 * <p>Sealed form: one byte of version, 12 of nonce, then cipher text and tag (NIST SP 800-38D).
 */
@Component(immediate = true)
public final class FileVault implements Vault {
    private static final byte VERSION = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random;
    private final SecretKeySpec key;

    @Activate
    public FileVault(@Reference Store store) {
        this(store.directory(), new SecureRandom());
    }

    FileVault(Path folder, SecureRandom random) {
        this.random = random;
        Path file = folder.resolve("vault.key");
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length != KEY_BYTES) {
                throw new StoreException(file + " is damaged: it must hold " + KEY_BYTES + " bytes");
            }
            this.key = new SecretKeySpec(bytes, "AES");
        } catch (IOException e) {
            throw new StoreException("cannot read or make " + file, e);
        }
    }

    @Override
    public byte[] seal(String purpose, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new StoreException("cannot seal for '" + purpose + "'", e);
        }
    }

    @Override
    public byte[] open(String purpose, byte[] sealed) {
        if (sealed.length <= NONCE_BYTES || sealed[0] != VERSION) {
            throw new StoreException("what is sealed for '" + purpose + "' is damaged");
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, purpose)
                    .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new StoreException(
                    "cannot open what is sealed for '" + purpose + "': it was changed, or vault.key is another one", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Whole or not at all: a key that was half written when the power failed would lock out what is sealed with it later. */
    private void create(Path file) throws IOException {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        Path draft = Files.createTempFile(file.getParent(), "vault", ".new");
        DataFolder.restrict(draft, "rw-------");
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes));
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        DataFolder.force(file.getParent());
    }
}
