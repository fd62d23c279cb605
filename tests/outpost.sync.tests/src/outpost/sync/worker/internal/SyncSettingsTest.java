package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SyncSettingsTest {
    @Test
    void aTillAsShippedStartsByItselfAtTheCloudWhereItWasEnrolled() {
        SyncSettings settings = SyncSettings.of(new FewSettings());
        assertTrue(settings.startsByItself());
        assertEquals(Optional.empty(), settings.cloud());
        assertEquals(200, settings.batchEvents());
    }

    @Test
    void aTillCanBeHeldBackAndSentToAnotherAddress() {
        SyncSettings settings = SyncSettings.of(
                new FewSettings(Map.of("sync.start", "manual", "cloud.url", "https://pos.example:8443/")));
        assertFalse(settings.startsByItself());
        assertEquals(Optional.of(URI.create("https://pos.example:8443/")), settings.cloud());
    }

    @Test
    void aWrongSettingIsNamed() {
        assertNamed("sync.start", "later");
        assertNamed("cloud.url", "pos.example");
    }

    private static void assertNamed(String name, String value) {
        FewSettings wrong = new FewSettings(Map.of(name, value));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> SyncSettings.of(wrong));
        assertTrue(refused.getMessage().contains("'" + name + "'"), refused.getMessage());
        assertTrue(refused.getMessage().contains("'" + value + "'"), refused.getMessage());
    }
}
