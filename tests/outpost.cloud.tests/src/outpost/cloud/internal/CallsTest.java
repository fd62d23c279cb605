package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The journal of terminals' calls. */
class CallsTest extends OnOneCloud {
    @Test
    @Tag("A-357")
    void whatATerminalDidAndWhatWasRefusedIsShownByTerminalAndBranch() {
        TestTill till = TestTill.inNewTenant(cloud);
        TestTill neighbour = new TestTill(cloud, cloud.newCode(till.tenant()));
        till.push(till.sale(1));
        till.get("sync/pull?cursor=0").ok();
        till.get("sync/pull?cursor=99999").refused(410, "POS_CATALOG_DELTA_FAILED");
        neighbour.get("sync/stream?pos=.-.%20").refused(400, "POS_SYNC_REQUEST_INVALID");

        String terminal = till.identity().terminalId().value();
        assertEquals(
                List.of("GET sync/pull 410 POS_CATALOG_DELTA_FAILED", "POST sync/push 200 "),
                calls(till, "&terminal=" + terminal));
        assertEquals(3, calls(till, "").size());
        assertEquals(3, calls(till, "&branch=main").size());
        assertEquals(List.of(), calls(till, "&branch=elsewhere"));
        assertEquals(1, calls(till, "&limit=1").size());
        JsonNode refused = cloud.admin("GET", "calls?limit=1&tenant=" + till.tenant() + "&terminal=" + terminal, "")
                .ok()
                .json()
                .get(0);
        assertTrue(refused.get("requestId").asText().length() == 16, refused.toString());
    }

    @Test
    @Tag("A-357")
    void aCallOfAnyLengthIsShownAndTakesNoOtherWithIt() {
        TestTill till = TestTill.inNewTenant(cloud);
        till.push(till.sale(1));
        String conflict = "sync/conflicts/" + "9".repeat(36) + "/resolution";
        till.postText(conflict, "{}").refused(400, "POS_SYNC_REQUEST_INVALID");
        String endless = "sync/conflicts/" + "9".repeat(300) + "/resolution";
        till.postText(endless, "{}").refused(400, "POS_SYNC_REQUEST_INVALID");

        List<String> calls = calls(till, "");
        assertEquals(3, calls.size());
        assertTrue(calls.contains("POST sync/push 200 "), calls.toString());
        assertTrue(calls.contains("POST " + conflict + " 400 POS_SYNC_REQUEST_INVALID"), calls.toString());
    }

    private List<String> calls(TestTill till, String query) {
        List<String> calls = new ArrayList<>();
        cloud.admin("GET", "calls?tenant=" + till.tenant() + query, "")
                .ok()
                .json()
                .forEach(call -> calls.add(call.get("call").asText() + " " + call.get("status") + " "
                        + call.path("code").asText()));
        return calls;
    }
}
