package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.Ed25519;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer;
import outpost.protocol.Health;
import outpost.protocol.Json;
import outpost.protocol.PushAnswer;
import outpost.protocol.PushRequest;
import outpost.protocol.SnapshotLine;

/**
 * What the first till and the first cloud with a protocol said to each other, word for word ({@code first-version.ndjson}; recorded between the programs that commit
 * b5d97a0 builds). Today's till reads that cloud, and today's cloud reads that till.
 */
class FirstVersionTest extends OnOneCloud {
    private static final Path RECORDED = Path.of(
            System.getProperty("outpost.root"),
            "tests/outpost.cloud.tests/src/outpost/cloud/internal/first-version.ndjson");

    private Map<String, JsonNode> said;

    @BeforeAll
    void read() throws IOException {
        said = Files.readAllLines(RECORDED).stream()
                .map(line -> Json.read(line, JsonNode.class))
                .collect(Collectors.toMap(
                        line -> line.get("call").asText().replaceFirst(".*/", ""), Function.identity()));
    }

    @Test
    @Tag("A-965")
    void itsEventsAreStillWhatItsTillSigned() {
        JsonNode enrol = Json.read(said.get("enrol").get("body").asText(), JsonNode.class);
        PublicKey till = Ed25519.publicKey(enrol.get("publicKey").asText());
        List<Event> events = events();
        assertEquals(2, events.size());
        assertTrue(events.stream().allMatch(event -> event.isAuthentic(till)));
    }

    @Test
    @Tag("A-965")
    void itsSalesAreTakenAndCountedByTheCloudOfToday() {
        String tenant = "first-version";
        cloud.admin("POST", "tenants", "{\"tenantId\":\"" + tenant + "\",\"name\":\"Shop\",\"currency\":\"EUR\"}")
                .ok();
        cloud.newBranch(tenant, "main");
        TestTill till = new TestTill(cloud, cloud.newCode(tenant));

        PushAnswer answer = till.push(events().stream()
                .map(event -> till.next(event.type(), event.payload()))
                .toList());

        assertTrue(
                answer.results().stream().allMatch(result -> result.status() == EventAnswer.Status.ACCEPTED),
                answer.toString());
        JsonNode sums = cloud.summary(tenant);
        assertEquals(1, sums.get("sales").asInt());
        assertEquals(1, sums.get("refunds").asInt());
        assertEquals(1_530, sums.get("netMinor").asInt());
    }

    @Test
    @Tag("A-965")
    void itsCloudIsReadByTheTillOfToday() throws IOException {
        EnrolAnswer enrolled = answer("enrol", EnrolAnswer.class);
        assertEquals("Lane 1", enrolled.terminalName());
        assertEquals(enrolled.cloudId(), answer("health", Health.class).cloudId());
        assertEquals(2, answer("push", PushAnswer.class).results().size());
        List<SnapshotLine> snapshot = Json.mapper()
                .readerFor(SnapshotLine.class)
                .<SnapshotLine>readValues(said.get("snapshot").get("answer").asText())
                .readAll();
        assertEquals(new SnapshotLine.Header(3, 3), snapshot.get(0));
        assertEquals(new SnapshotLine.Trailer(3), snapshot.get(snapshot.size() - 1));
    }

    private <T> T answer(String call, Class<T> type) {
        return Json.read(said.get(call).get("answer").asText(), type);
    }

    private List<Event> events() {
        return Json.read(said.get("push").get("body").asText(), PushRequest.class)
                .events();
    }
}
