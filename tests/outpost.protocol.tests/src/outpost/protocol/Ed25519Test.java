package outpost.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
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

    /** RFC 8032, section 7.1, test 2, with its key in the encodings of RFC 8410; the message is the ASCII letter r. */
    @Test
    void aSignatureIsTheOneOfTheStandard() {
        byte[] secret = HexFormat.of()
                .parseHex("302e020100300506032b657004220420"
                        + "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        byte[] open = HexFormat.of()
                .parseHex("302a300506032b6570032100"
                        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        byte[] signature = HexFormat.of()
                .parseHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        PrivateKey key = Ed25519.privateKey(base64(secret));

        assertEquals(base64(signature), Ed25519.sign(key, "r"));
        assertTrue(Ed25519.isSignedBy(Ed25519.publicKey(base64(open)), "r", base64(signature)));
    }

    @Test
    void aTillOfAnEarlierVersionAndThisOneReadEachOthersSignatures() throws GeneralSecurityException {
        KeyPair pair = Ed25519.newKeyPair();
        Signature platform = Signature.getInstance("Ed25519");
        platform.initSign(pair.getPrivate());
        platform.update("text".getBytes(StandardCharsets.US_ASCII));

        assertEquals(base64(platform.sign()), Ed25519.sign(pair.getPrivate(), "text"));
    }

    @Test
    void whatIsNoSignatureIsRefused() {
        KeyPair pair = Ed25519.newKeyPair();

        for (String text :
                List.of("", "AAAA", "no base64 !", base64(new byte[63]), base64(new byte[64]), base64(new byte[65]))) {
            assertFalse(Ed25519.isSignedBy(pair.getPublic(), "text", text), text);
        }
    }

    @Test
    void textThatIsNoKeyIsRefused() {
        KeyPair pair = Ed25519.newKeyPair();

        assertThrows(IllegalArgumentException.class, () -> Ed25519.publicKey("AAAA"));
        assertThrows(IllegalArgumentException.class, () -> Ed25519.publicKey("no base64 !"));
        assertThrows(IllegalArgumentException.class, () -> Ed25519.publicKey(Ed25519.encode(pair.getPrivate())));
        assertThrows(IllegalArgumentException.class, () -> Ed25519.privateKey(Ed25519.encode(pair.getPublic())));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
