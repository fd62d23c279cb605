package outpost.cloud.internal.sync;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import outpost.cloud.internal.RefusedException;
import outpost.protocol.Json;
import outpost.protocol.Limits;
import outpost.protocol.PushRequest;
import outpost.protocol.Sha256;

/**
 * A pushed batch, its events read one by one so that a bad one spoils no other.
 *
 * @param key the batch's idempotency key
 * @param contentHash tells the batch that comes again from another one with the same hashes in it
 */
record Batch(String key, String contentHash, List<Delivered> events) {
    private static final String EVENTS = "events";

    /** Behind an element comes the next one, which is no trailing token. */
    private static final ObjectReader ELEMENT =
            Json.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** @throws RefusedException if the body is no batch, or the key is not the one that its events have */
    static Batch read(String key, byte[] body) {
        List<Delivered> events = events(body);
        List<String> hashes =
                events.stream().map(event -> event.text("hash").orElse("")).toList();
        if (!Sha256.hex(String.join("\n", hashes)).equals(key)) {
            throw RefusedException.invalid(
                    PushRequest.IDEMPOTENCY_KEY, "The key is not the SHA-256 of the events' hashes");
        }
        return new Batch(key, Sha256.hex(new String(body, StandardCharsets.UTF_8)), events);
    }

    private static List<Delivered> events(byte[] body) {
        List<Delivered> events = new ArrayList<>();
        try (JsonParser parser = Json.mapper().createParser(body)) {
            require(parser.nextToken() == JsonToken.START_OBJECT);
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                parser.nextToken();
                if (field.equals(EVENTS)) {
                    require(parser.currentToken() == JsonToken.START_ARRAY && events.isEmpty());
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        require(events.size() < Limits.EVENTS_PER_PUSH);
                        JsonNode event = ELEMENT.readTree(parser);
                        events.add(Delivered.read(events.size(), event));
                    }
                } else {
                    parser.skipChildren();
                }
            }
            require(parser.nextToken() == null && !events.isEmpty());
            return events;
        } catch (JsonProcessingException malformed) {
            throw RefusedException.invalid(EVENTS, "The body is no JSON: " + malformed.getOriginalMessage(), malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException("An array of bytes can be read", impossible);
        }
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw RefusedException.invalid(
                    EVENTS, "The body must be {\"events\":[…]} with 1 to " + Limits.EVENTS_PER_PUSH + " events");
        }
    }
}
