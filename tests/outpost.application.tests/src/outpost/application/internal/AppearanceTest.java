package outpost.application.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

class AppearanceTest {
    @Test
    void largerScreensGetEverythingLarger() {
        assertEquals(100, percent(1280, 800, 100));
        assertEquals(130, percent(1920, 1080, 100));
        assertEquals(250, percent(3840, 2160, 100));
    }

    @Test
    void largeTextIsNeverSoLargeThatSomethingIsCutOff() {
        assertEquals(115, percent(1024, 768, 115));
        assertEquals(115, percent(1024, 768, 160));
        assertEquals(90, percent(1024, 768, 90));
        assertEquals(100, percent(800, 600, 130));
    }

    private static int percent(int width, int height, int text) {
        return Appearance.percent(new Rectangle(0, 0, width, height), text);
    }
}
