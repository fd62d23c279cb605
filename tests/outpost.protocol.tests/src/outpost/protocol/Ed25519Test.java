package outpost.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import org.junit.jupiter.api.Test;

class Ed25519Test {
    @Test
    void keysComeBackFromTheirText() {
        KeyPair pair = Ed25519.newKeyPair();

        assertArrayEquals(
                pair.getPublic().getEncoded(),
                Ed25519.publicKey(Ed25519.encode(pair.getPublic())).getEncoded());
        assertTrue(Ed25519.isSignedBy(
                pair.getPublic(), "text", Ed25519.sign(Ed25519.privateKey(Ed25519.encode(pair.getPrivate())), "text")));
        assertFalse(Ed25519.isSignedBy(pair.getPublic(), "texT", Ed25519.sign(pair.getPrivate(), "text")));
    }

    @Test
    void textThatIsNoKeyIsRefused() {
        KeyPair pair = Ed25519.newKeyPair();

        assertThrows(IllegalArgumentException.class, () -> Ed25519.publicKey("AAAA"));
        assertThrows(IllegalArgumentException.class, () -> Ed25519.publicKey("no base64 !"));
        assertThrows(IllegalArgumentException.class, () -> Ed25519.publicKey(Ed25519.encode(pair.getPrivate())));
        assertThrows(IllegalArgumentException.class, () -> Ed25519.privateKey(Ed25519.encode(pair.getPublic())));
    }
}
