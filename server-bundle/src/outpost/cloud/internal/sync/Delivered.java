package outpost.cloud.internal.sync;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.Optional;
import outpost.protocol.Event;
import outpost.protocol.Json;
import outpost.values.Id;

/**
 * One element of a pushed batch, readable as an event or not.
 *
 * @param index its place in the batch
 * @param problem why it is no event
 */
record Delivered(int index, JsonNode json, Optional<Event> event, Optional<String> problem) {
    /** Whatever characters it holds, its text can be stored. */
    private static final ObjectWriter ASCII = Json.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    static Delivered read(int index, JsonNode json) {
        try {
            Event event = Json.mapper().treeToValue(json, Event.class);
            return event == null
                    ? new Delivered(index, json, Optional.empty(), Optional.of("null is no event"))
                    : new Delivered(index, json, Optional.of(event), Optional.empty());
        } catch (JsonProcessingException malformed) {
            return new Delivered(index, json, Optional.empty(), Optional.of(malformed.getOriginalMessage()));
        }
    }

    /** The event as it was delivered. */
    String text() {
        try {
            return ASCII.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree that was read can be written", impossible);
        }
    }

    /** A field that is a text, whatever the rest is. */
    Optional<String> text(String field) {
        return Optional.of(json.path(field)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    /** A field that has the form of an id. */
    Optional<String> id(String field) {
        return text(field).filter(text -> Id.FORM.matcher(text).matches());
    }

    Optional<Long> number(String field) {
        return Optional.of(json.path(field))
                .filter(JsonNode::canConvertToExactIntegral)
                .map(JsonNode::longValue);
    }
}
