package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import outpost.protocol.Json;

/** What the server answered. */
record Answer(int status, HttpHeaders headers, String body) {
    JsonNode json() {
        return Json.read(body, JsonNode.class);
    }

    <T> T as(Class<T> type) {
        assertEquals(200, status, body);
        return Json.read(body, type);
    }

    Answer ok() {
        assertEquals(200, status, body);
        return this;
    }

    /** Checks that it was done, with nothing to say about it. */
    Answer done() {
        assertEquals(204, status, body);
        return this;
    }

    /** Checks status and code of a refusal, and that it has the shape of every error. */
    Answer refused(int expectedStatus, String code) {
        assertEquals(
                expectedStatus + " " + code, status + " " + json().path("code").asText(), body);
        assertEquals(false, json().path("message").asText().isEmpty(), body);
        assertEquals(false, json().path("requestId").asText().isEmpty(), body);
        return this;
    }
}
