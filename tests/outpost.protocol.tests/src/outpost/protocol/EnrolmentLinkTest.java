package outpost.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentLinkTest {
    @Test
    void readsWhatItWrites() {
        EnrolmentLink link = EnrolmentLink.parse("  https://cloud.example:8443/#enrol=main.7KQ2-XYZ \n");

        assertEquals(new EnrolmentLink(URI.create("https://cloud.example:8443"), "main.7KQ2-XYZ"), link);
        assertEquals(link, EnrolmentLink.parse(link.toString()));
    }

    @Test
    void carriesTheFingerprintOfTheCloudsKey() {
        String pin = "0123456789abcdef".repeat(4);
        EnrolmentLink link = EnrolmentLink.parse("https://10.0.0.2:8443/#enrol=main.7KQ2&pin=" + pin);

        assertEquals(Optional.of(pin), link.pin());
        assertEquals("main.7KQ2", link.code());
        assertEquals(link, EnrolmentLink.parse(link.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7KQ2",
                "http://127.0.0.1:8080",
                "http://127.0.0.1:8080/#enrol=",
                "http://127.0.0.1:8080/#other=1",
                "ftp://127.0.0.1/#enrol=1",
                "http:/#enrol=1",
                "file:///etc/#enrol=1",
                "http://a b/#enrol=1",
                "http://10.0.0.2:8080/#enrol=1",
                "https://10.0.0.2:8443/#enrol=1&pin=",
                "https://10.0.0.2:8443/#enrol=1&pin=0123"
            })
    void refusesWhatIsNoSuchAddress(String text) {
        assertThrows(IllegalArgumentException.class, () -> EnrolmentLink.parse(text));
    }
}
