package outpost.application.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StylesheetTest {
    @Test
    void namesBecomeColoursAndLengthsGrow() {
        String sheet = Stylesheet.of(
                "Card { color: $ink; background-color: $ink-soft; font-size: 12; outpost-radius: 10px; }",
                Map.of("ink", "#16202e", "ink-soft", "#4d586c"),
                150);

        assertEquals("Card { color: #16202e; background-color: #4d586c; font-size: 18; outpost-radius: 15px; }", sheet);
    }

    @Test
    void coloursMadeOfDigitsDoNotGrow() {
        assertEquals("color: #123456; color: 12;", Stylesheet.of("color: $a; color: 12;", Map.of("a", "#123456"), 200));
        assertEquals("color: #8a5a00;", Stylesheet.of("color: $a;", Map.of("a", "#8a5a00"), 100));
    }

    @Test
    void aNameThatThePaletteLacksIsSaid() {
        assertEquals(
                "the palette has no $ink",
                assertThrows(IllegalArgumentException.class, () -> Stylesheet.of("color: $ink;", Map.of(), 100))
                        .getMessage());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyThemeHasAllColoursOfTheStyleSheetAndNoOthers(Theme theme) throws IOException {
        Properties palette = new Properties();
        try (InputStream file = Theme.class.getResourceAsStream("/css/" + theme.id() + ".properties")) {
            palette.load(file);
        }
        String template;
        try (InputStream file = Theme.class.getResourceAsStream("/css/outpost.css")) {
            template = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        Map<String, String> colours =
                palette.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, palette::getProperty));

        assertFalse(Stylesheet.of(template, colours, 100).contains("$"));
        colours.forEach((name, colour) -> {
            assertTrue(colour.matches("#[0-9a-f]{6}"), name + " is " + colour);
            assertTrue(template.contains("$" + name + ";"), name + " is not used");
        });
    }
}
