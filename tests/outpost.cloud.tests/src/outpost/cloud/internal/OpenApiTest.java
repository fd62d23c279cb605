package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.EventType;

/** The description of the API, against what the API does. */
class OpenApiTest extends OnOneCloud {
    private static final Pattern DOCUMENTED =
            Pattern.compile("`((?:GET|POST|PUT|DELETE)(?:`?/`?(?:GET|POST|PUT|DELETE))*) ([a-z][\\w/{}-]*)");

    private JsonNode document() {
        return cloud.send(cloud.request("../../openapi.json", "none").GET())
                .ok()
                .json();
    }

    private static void operations(JsonNode document, BiConsumer<String, JsonNode> consumer) {
        document.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> consumer.accept(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue())));
    }

    @Test
    @Tag("A-356")
    void everyDescribedCallIsServed() {
        List<String> wrong = new ArrayList<>();
        int[] calls = {0};
        operations(document(), (name, operation) -> {
            calls[0]++;
            String[] parts = name.split(" /", 2);
            Answer answer = cloud.send(cloud.request(parts[1].replaceAll("\\{\\w+}", "x"), "none")
                    .header("Content-Type", "application/json")
                    .method(parts[0], BodyPublishers.ofString(parts[0].equals("GET") ? "" : "rubbish")));
            boolean open = operation.get("x-access").asText().equals("everybody");
            boolean served = open ? answer.status() != 404 && answer.status() != 405 : answer.status() == 401;
            if (!served) {
                wrong.add(name + " " + answer.status());
            }
        });
        assertEquals(List.of(), wrong);
        assertTrue(calls[0] > 30, calls[0] + " calls");
    }

    @Test
    @Tag("A-356")
    void everyCallOfTheProtocolsPageIsDescribed() throws IOException {
        List<String> described = new ArrayList<>();
        operations(document(), (name, operation) -> described.add(name.replaceAll("\\{\\w+}", "{}")));
        Path page = Path.of(System.getProperty("outpost.root")).resolve("docs/protocol.md");
        List<String> missing = new ArrayList<>();
        Matcher call = DOCUMENTED.matcher(Files.readString(page));
        int found = 0;
        while (call.find()) {
            for (String verb : call.group(1).replace("`", "").split("/")) {
                String name = verb + " /" + call.group(2).replaceAll("\\{\\w+}", "{}");
                found++;
                // These are WebSockets.
                if (!name.endsWith("/live") && !described.contains(name)) {
                    missing.add(name);
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(found > 20, found + " calls on the page");
    }

    @Test
    @Tag("A-356")
    void whatIsAnsweredHasTheDescribedShape() {
        TestTill till = TestTill.inNewTenant(cloud);
        till.push(till.sale(2), till.event(7, EventType.SALE, "{}"));
        JsonNode document = document();
        List<String> wrong = new ArrayList<>();
        int[] checked = {0};
        operations(document, (name, operation) -> {
            JsonNode schema = operation.at("/responses/200/content/application~1json/schema");
            String access = operation.get("x-access").asText();
            if (!name.startsWith("GET ") || name.contains("{") || schema.isMissingNode() || access.equals("person")) {
                return;
            }
            String path = name.substring("GET /".length());
            Answer answer = access.equals("terminal")
                    ? till.get(path + "?cursor=0&pos=pos-1")
                    : cloud.get(path + "?tenant=" + till.tenant(), cloud.adminToken());
            if (answer.status() == 200) {
                checked[0]++;
                compare(document, schema, answer.json(), name, wrong);
            }
        });
        assertEquals(List.of(), wrong);
        assertTrue(checked[0] > 12, checked[0] + " answers");
    }

    private static void compare(JsonNode document, JsonNode schema, JsonNode value, String place, List<String> wrong) {
        if (schema.has("$ref")) {
            compare(document, document.at(schema.get("$ref").asText().substring(1)), value, place, wrong);
            return;
        }
        boolean fits =
                switch (schema.path("type").asText()) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "string" -> value.isTextual();
                    case "integer" -> value.isIntegralNumber();
                    case "boolean" -> value.isBoolean();
                    default -> true;
                };
        if (!fits) {
            wrong.add(place + " is " + value);
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                wrong.add(place + " lacks " + name);
            }
        });
        if (schema.has("properties")) {
            value.properties().forEach(member -> {
                JsonNode described = schema.get("properties").path(member.getKey());
                if (described.isMissingNode()) {
                    wrong.add(place + " has " + member.getKey());
                } else {
                    compare(document, described, member.getValue(), place + "/" + member.getKey(), wrong);
                }
            });
        }
        if (value.isArray()) {
            value.forEach(item -> compare(document, schema.get("items"), item, place + "[]", wrong));
        }
    }

    @Test
    void aTokenIsNeededForWhatItIsNeededFor() {
        operations(document(), (name, operation) -> {
            boolean open = operation.get("x-access").asText().equals("everybody");
            assertEquals(open, !operation.has("security"), name);
            assertFalse(operation.get("responses").isEmpty(), name);
        });
    }
}
