package outpost.tools.internal.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import outpost.protocol.Json;

class StandingTest {
    @Test
    void aTillRingsThenSendsThenIsDone() {
        assertEquals(new Standing(0, 0, 0), after("{\"state\":\"ready\",\"terminalId\":\"T\"}"));
        assertEquals(new Standing(375, 10, 0), after("{\"state\":\"ringing\",\"done\":10,\"total\":375}"));
        assertEquals(
                new Standing(375, 375, 175),
                after("{\"state\":\"ringing\",\"done\":375,\"total\":375}", "{\"state\":\"sending\",\"waiting\":200}"));
        assertEquals(
                new Standing(375, 375, 375),
                after("{\"state\":\"ringing\",\"done\":375,\"total\":375}", "{\"state\":\"done\",\"sales\":1}"));
    }

    private static Standing after(String... lines) {
        return Stream.of(lines)
                .map(line -> Json.read(line, JsonNode.class))
                .reduce(Standing.START, Standing::after, Standing::plus);
    }
}
