package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.Ed25519;
import outpost.protocol.EnrolRequest;
import outpost.protocol.Event;
import outpost.protocol.EventAnswer.Status;
import outpost.protocol.Json;
import outpost.protocol.LaneCertificate;
import outpost.protocol.LanesAnswer;
import outpost.protocol.TokenRequest;

class LanesTest extends OnOneCloud {
    @Test
    void lanesOfABranchLearnOfEachOther() {
        String tenant = cloud.newTenant();
        cloud.newBranch(tenant, "second");
        TestTill one = new TestTill(cloud, cloud.newCode(tenant));
        TestTill two = new TestTill(cloud, cloud.newCode(tenant));
        new TestTill(cloud, cloud.newCode(tenant, "second"));
        cloud.newCode(tenant);

        meet(one, "10.0.0.1:8470", "[fe80::1]:8470").as(LanesAnswer.class);
        LanesAnswer answer = meet(two).as(LanesAnswer.class);

        assertEquals(
                List.of(one.identity().terminalId(), two.identity().terminalId()).stream()
                        .sorted((a, b) -> a.value().compareTo(b.value()))
                        .toList(),
                answer.lanes().stream().map(LanesAnswer.Lane::terminalId).toList());
        assertEquals(
                List.of("10.0.0.1:8470", "[fe80::1]:8470"), lane(answer, one).addresses());
        assertEquals(List.of(), lane(answer, two).addresses());
    }

    @Test
    void theCloudSignsForWhoALaneIs() {
        TestTill till = TestTill.inNewTenant(cloud);

        LanesAnswer answer = meet(till).as(LanesAnswer.class);

        LaneCertificate certificate =
                LaneCertificate.read(lane(answer, till).certificates().get(0), cloudKey(till));
        assertTrue(certificate.isOf(
                till.identity().cloudId(),
                till.identity().tenantId(),
                till.identity().branchId()));
        assertEquals(till.identity().terminalId(), certificate.terminalId());
        assertEquals(till.publicKey(), Ed25519.encode(certificate.publicKey()));
        assertEquals(Instant.ofEpochMilli(answer.asOfMillis()), certificate.issuedAt());
    }

    @Test
    void whatIsNoAddressIsRefused() {
        TestTill till = TestTill.inNewTenant(cloud);
        for (String wrong : List.of("", "host", "host:0", "host:65536", "ho st:1", "user@host:1", "host:1/path")) {
            post(till, "{\"addresses\":[\"" + wrong + "\"]}").refused(400, "POS_SYNC_REQUEST_INVALID");
        }
        meet(till, "a:1", "a:2", "a:3", "a:4", "a:5", "a:6", "a:7", "a:8", "a:9")
                .refused(400, "POS_SYNC_REQUEST_INVALID");
    }

    @Test
    @Tag("A-708")
    void aTerminalWhoseDiskWasLostEnrolsAnew() {
        String tenant = cloud.newTenant();
        TestTill burnt = new TestTill(cloud, cloud.newCode(tenant));
        TestTill neighbour = new TestTill(cloud, cloud.newCode(tenant));
        Event unsent = burnt.sale(2);

        String code = newCode(tenant, burnt);
        burnt.get("sync/pull?cursor=0").ok();
        cloud.post("auth/token", new TokenRequest(burnt.assertion(cloud.clock().instant(), 300, burnt.privateKey())))
                .ok();
        TestTill rebuilt = new TestTill(cloud, code);

        assertEquals(burnt.identity(), rebuilt.identity());
        cloud.post("auth/token", new TokenRequest(burnt.assertion(cloud.clock().instant(), 300, burnt.privateKey())))
                .refused(401, "POS_SYNC_UNAUTHORIZED");
        // What its neighbour had kept for it is signed by the key that is gone.
        assertEquals(Status.ACCEPTED, neighbour.push(unsent).results().get(0).status());
        rebuilt.useFile("pos-2");
        assertEquals(
                Status.ACCEPTED, rebuilt.push(rebuilt.sale(1)).results().get(0).status());
        List<String> keys = lane(meet(neighbour).as(LanesAnswer.class), rebuilt).certificates().stream()
                .map(certificate -> LaneCertificate.read(certificate, cloudKey(burnt)))
                .map(certificate -> certificate.former() + Ed25519.encode(certificate.publicKey()))
                .toList();
        assertEquals(List.of("false" + rebuilt.publicKey(), "true" + burnt.publicKey()), keys);
    }

    @Test
    @Tag("A-911")
    void aStolenTillIsCutOffAtOnce() {
        String tenant = cloud.newTenant();
        String usedCode = cloud.newCode(tenant);
        TestTill stolen = new TestTill(cloud, usedCode);
        TestTill neighbour = new TestTill(cloud, cloud.newCode(tenant));
        Event sold = stolen.sale(2);
        String waitingCode = newCode(tenant, stolen);
        String call = "terminals/" + stolen.identity().terminalId() + "/revocation?tenant=" + tenant;

        cloud.admin("POST", call + "&branch=elsewhere", "").refused(404, "POS_SYNC_NOT_FOUND");
        stolen.get("sync/pull?cursor=0").ok();
        cloud.admin("POST", call, "").done();

        stolen.get("sync/pull?cursor=0").refused(401, "POS_SYNC_UNAUTHORIZED");
        stolen.tryPush(List.of(sold)).refused(401, "POS_SYNC_UNAUTHORIZED");
        cloud.post("auth/token", new TokenRequest(stolen.assertion(cloud.clock().instant(), 300, stolen.privateKey())))
                .refused(401, "POS_SYNC_UNAUTHORIZED");
        for (String code : List.of(usedCode, waitingCode)) {
            cloud.post("terminals/enrol", new EnrolRequest(code, stolen.publicKey()))
                    .refused(409, "POS_ENROLMENT_REFUSED");
        }
        LanesAnswer lanes = meet(neighbour).as(LanesAnswer.class);
        assertEquals(
                List.of(neighbour.identity().terminalId()),
                lanes.lanes().stream().map(LanesAnswer.Lane::terminalId).toList());
        // What was sold before it was stolen comes by its neighbour all the same.
        assertEquals(Status.ACCEPTED, neighbour.push(sold).results().get(0).status());
        assertEquals("revoked", status(tenant, stolen));

        TestTill next = new TestTill(cloud, newCode(tenant, stolen));
        next.get("sync/pull?cursor=0").ok();
        stolen.get("sync/pull?cursor=0").refused(401, "POS_SYNC_UNAUTHORIZED");
        assertEquals("enrolled", status(tenant, stolen));
    }

    @Test
    void onlyATerminalThatIsThereGetsANewCode() {
        String tenant = cloud.newTenant();

        cloud.admin("POST", "terminals/T0000/code?tenant=" + tenant, "{}").refused(404, "POS_SYNC_NOT_FOUND");
    }

    private String status(String tenant, TestTill till) {
        for (JsonNode terminal :
                cloud.admin("GET", "terminals?tenant=" + tenant, "").ok().json()) {
            if (terminal.get("terminalId")
                    .asText()
                    .equals(till.identity().terminalId().value())) {
                return terminal.get("status").asText();
            }
        }
        throw new AssertionError("There is no such terminal");
    }

    private String newCode(String tenant, TestTill till) {
        JsonNode offer = cloud.admin(
                        "POST", "terminals/" + till.identity().terminalId() + "/code?tenant=" + tenant, "{}")
                .ok()
                .json();
        return offer.get("code").asText();
    }

    private Answer meet(TestTill till, String... addresses) {
        return post(till, Json.write(Map.of("addresses", List.of(addresses))));
    }

    private Answer post(TestTill till, String body) {
        return cloud.send(cloud.request("sync/lanes", till.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private static LanesAnswer.Lane lane(LanesAnswer answer, TestTill till) {
        return answer.lanes().stream()
                .filter(lane -> lane.terminalId().equals(till.identity().terminalId()))
                .findFirst()
                .orElseThrow();
    }

    private static PublicKey cloudKey(TestTill till) {
        return Ed25519.publicKey(till.identity().cloudPublicKey());
    }
}
