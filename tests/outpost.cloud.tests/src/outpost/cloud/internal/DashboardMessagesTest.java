package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.cloud.internal.watch.AlarmKind;
import outpost.protocol.Json;

/** The sentences of the dashboard's languages. */
class DashboardMessagesTest {
    @Test
    @Tag("A-117")
    void everyLanguageHasEverySentenceWithItsPlaces() throws IOException {
        JsonNode english = messages("en");
        for (AlarmKind kind : AlarmKind.values()) {
            assertTrue(english.has("alarm." + kind.wireName()), kind.wireName());
        }
        for (String language : List.of("de", "ru", "uz")) {
            JsonNode other = messages(language);
            assertEquals(names(english), names(other), language);
            for (String name : names(english)) {
                assertEquals(
                        places(english.get(name).asText()),
                        places(other.get(name).asText()),
                        language + " " + name);
            }
        }
    }

    static JsonNode messages(String language) throws IOException {
        try (var in =
                CloudServer.class.getResourceAsStream("/outpost/cloud/dashboard/messages-" + language + ".json")) {
            return Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), JsonNode.class);
        }
    }

    static TreeSet<String> names(JsonNode messages) {
        TreeSet<String> names = new TreeSet<>();
        messages.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static TreeSet<String> places(String sentence) {
        TreeSet<String> places = new TreeSet<>();
        Pattern.compile("\\{\\d}").matcher(sentence).results().forEach(found -> places.add(found.group()));
        return places;
    }
}
