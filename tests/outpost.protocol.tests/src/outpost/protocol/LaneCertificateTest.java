package outpost.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import outpost.values.BranchId;
import outpost.values.TenantId;
import outpost.values.TerminalId;

class LaneCertificateTest {
    private static final Instant NOW = Instant.parse("2026-01-31T10:15:30Z");

    private final KeyPair cloud = Ed25519.newKeyPair();
    private final KeyPair lane = Ed25519.newKeyPair();

    @Test
    void itSaysWhatTheCloudSigned() {
        LaneCertificate read = LaneCertificate.read(issued().base64(), cloud.getPublic());

        assertTrue(read.isOf("cloud-1", new TenantId("shop"), new BranchId("main")));
        assertFalse(read.isOf("cloud-2", new TenantId("shop"), new BranchId("main")));
        assertFalse(read.isOf("cloud-1", new TenantId("shop-2"), new BranchId("main")));
        assertFalse(read.isOf("cloud-1", new TenantId("shop"), new BranchId("second")));
        assertEquals(new TerminalId("till-1"), read.terminalId());
        assertEquals(lane.getPublic(), read.publicKey());
        assertEquals(NOW, read.issuedAt());
        assertFalse(read.former());
    }

    @Test
    void anotherCloudsIsRefused() {
        String base64 = issued().base64();

        assertThrows(
                IllegalArgumentException.class,
                () -> LaneCertificate.read(base64, Ed25519.newKeyPair().getPublic()));
    }

    @Test
    void noByteOfItCanBeChanged() {
        byte[] der = Base64.getDecoder().decode(issued().base64());
        for (int i = 0; i < der.length; i++) {
            byte[] changed = der.clone();
            changed[i] ^= 0x01;
            String base64 = Base64.getEncoder().encodeToString(changed);
            assertThrows(
                    IllegalArgumentException.class, () -> LaneCertificate.read(base64, cloud.getPublic()), "byte " + i);
        }
    }

    private LaneCertificate issued() {
        EnrolAnswer terminal = new EnrolAnswer(
                new TenantId("shop"),
                "Shop",
                new BranchId("main"),
                "Main street",
                new TerminalId("till-1"),
                "Till 1",
                "EUR",
                "cloud-1",
                Ed25519.encode(cloud.getPublic()));
        return LaneCertificate.issue(terminal, lane.getPublic(), false, NOW, cloud.getPrivate());
    }
}
