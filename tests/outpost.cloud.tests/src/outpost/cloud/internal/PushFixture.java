package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import outpost.protocol.EventAnswer;
import outpost.protocol.PushAnswer;

/** What a push has come to. */
abstract class PushFixture extends OnOneCloud {
    JsonNode quarantine(TestTill till) {
        return cloud.admin("GET", "quarantine?tenant=" + till.tenant(), "").ok().json();
    }

    static List<String> statuses(PushAnswer answer) {
        return answer.results().stream().map(PushFixture::status).toList();
    }

    static String status(EventAnswer result) {
        return result.status() + result.code().map(code -> " " + code).orElse("");
    }

    static void assertTotals(JsonNode totals, long sales, long refunds, long lines, long netMinor) {
        assertEquals(
                Arrays.asList(sales, refunds, lines, netMinor),
                List.of(
                        totals.get("sales").asLong(),
                        totals.get("refunds").asLong(),
                        totals.get("lines").asLong(),
                        totals.get("netMinor").asLong()));
    }

    void assertStream(TestTill till, int index, long contiguous, long highest, long missing) {
        JsonNode stream = cloud.summary(till.tenant()).get("streams").get(index);
        assertEquals(
                List.of(contiguous, highest, missing),
                List.of(
                        stream.get("contiguous").asLong(),
                        stream.get("highest").asLong(),
                        stream.get("missing").asLong()));
    }
}
