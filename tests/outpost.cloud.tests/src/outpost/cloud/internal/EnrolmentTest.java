package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.protocol.Ed25519;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.EnrolRequest;
import outpost.protocol.EnrolmentLink;
import outpost.protocol.TokenRequest;

class EnrolmentTest extends OnOneCloud {
    private static final String REFUSED = "POS_ENROLMENT_REFUSED";
    private static final String UNAUTHORIZED = "POS_SYNC_UNAUTHORIZED";

    @Test
    void aNewCloudCanBeUsedAtOnce() {
        String code = cloud.newCode("main");

        EnrolAnswer answer = enrol(code, newKey()).as(EnrolAnswer.class);

        assertEquals("main main EUR", answer.tenantId() + " " + answer.branchId() + " " + answer.currency());
    }

    @Test
    void theLinkLeadsToThisCloudWithTheCode() {
        String tenant = cloud.newTenant();
        JsonNode offer = cloud.admin(
                        "POST", "terminals?tenant=" + tenant, "{\"branchId\":\"main\",\"name\":\"Lane 1\"}")
                .ok()
                .json();

        EnrolmentLink link = EnrolmentLink.parse(offer.get("link").asText());

        assertEquals(cloud.uri("").resolve("/"), link.cloud().resolve("/"));
        EnrolAnswer answer = enrol(link.code(), newKey()).as(EnrolAnswer.class);
        assertEquals(offer.get("terminalId").asText(), answer.terminalId().value());
        assertEquals("Lane 1", answer.terminalName());
        assertEquals(
                cloud.clock().instant().plus(Duration.ofHours(24)),
                Instant.parse(offer.get("expiresAt").asText()));
    }

    @Test
    @Tag("A-904")
    void aCodeIsBoundToTheFirstKeyThatUsesIt() {
        String tenant = cloud.newTenant();
        String code = cloud.newCode(tenant);
        String key = newKey();
        assertEquals("waiting", onlyTerminal(tenant).get("status").asText());

        EnrolAnswer first = enrol(code, key).as(EnrolAnswer.class);
        assertEquals("enrolled", onlyTerminal(tenant).get("status").asText());

        assertEquals(first, enrol(code, key).as(EnrolAnswer.class));
        enrol(code, newKey()).refused(409, REFUSED);
        cloud.clock().advance(Duration.ofDays(2));
        assertEquals(first, enrol(code, key).as(EnrolAnswer.class));
    }

    @Test
    @Tag("A-904")
    void aCodeExpires() {
        String code = cloud.newCode(cloud.newTenant());

        cloud.clock().advance(Duration.ofHours(24));

        enrol(code, newKey()).refused(409, REFUSED);
    }

    @Test
    void aCodeMayBeTypedAsPeopleType() {
        String code = cloud.newCode(cloud.newTenant());
        int dot = code.lastIndexOf('.');
        String typed = " " + code.substring(0, dot + 1)
                + code.substring(dot + 1)
                        .toLowerCase(Locale.ROOT)
                        .replace('-', ' ')
                        .replace('0', 'o')
                        .replace('1', 'l');

        enrol(typed, newKey()).ok();
    }

    @Test
    void anUnknownCodeIsRefused() {
        String code = cloud.newCode(cloud.newTenant());
        for (String wrong :
                List.of("x", ".", "main.", "main.0000-0000-0000-0000", code.replaceFirst("^[^.]*", "main"))) {
            enrol(wrong, newKey()).refused(409, REFUSED);
        }
        for (String key : List.of("", "AAAA", "no base64!")) {
            cloud.send(HttpRequest.newBuilder(cloud.uri("terminals/enrol"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"code\":\"" + code + "\",\"publicKey\":\"" + key + "\"}")))
                    .refused(400, "POS_SYNC_REQUEST_INVALID");
        }
        enrol(code, newKey()).ok();
    }

    @Test
    void aTokenEndsAfterItsTime() {
        TestTill till = TestTill.inNewTenant(cloud);
        till.get("sync/pull?cursor=0").ok();

        cloud.clock().advance(Duration.ofSeconds(900 + 60));

        till.get("sync/pull?cursor=0").refused(401, UNAUTHORIZED);
        cloud.get("sync/pull?cursor=0", till.freshToken()).ok();
    }

    @Test
    void anAssertionHasToBeTheTerminalsOwnAndNew() {
        TestTill till = TestTill.inNewTenant(cloud);
        TestTill other = TestTill.inNewTenant(cloud);
        Instant now = cloud.clock().instant();

        token(till.assertion(now, 300, other.privateKey())).refused(401, UNAUTHORIZED);
        token(till.assertion(now.minusSeconds(400), 300, till.privateKey())).refused(401, UNAUTHORIZED);
        token(till.assertion(now.plusSeconds(400), 300, till.privateKey())).refused(401, UNAUTHORIZED);
        token(till.assertion(now, 3600, till.privateKey())).refused(401, UNAUTHORIZED);
        token(till.token()).refused(401, UNAUTHORIZED);
        token("a.b.c").refused(401, UNAUTHORIZED);
        token("x").refused(401, UNAUTHORIZED);
        token(till.assertion(now, 300, till.privateKey())).ok();
    }

    @Test
    void anAssertionIsNoToken() {
        TestTill till = TestTill.inNewTenant(cloud);

        cloud.get("sync/pull?cursor=0", till.assertion(cloud.clock().instant(), 300, till.privateKey()))
                .refused(401, UNAUTHORIZED);
    }

    @Test
    void theCloudStaysTheSameAcrossRestarts(@TempDir Path ownData) {
        try (TestCloud restarted = new TestCloud(ownData)) {
            TestTill till = new TestTill(restarted, restarted.newCode("main"));
            String adminToken = restarted.adminToken();
            restarted.close();
            restarted.start();

            assertEquals(
                    till.identity().cloudId(),
                    restarted.get("health", "").json().get("cloudId").asText());
            assertEquals(adminToken, restarted.adminToken());
            assertNotEquals(cloud.adminToken(), adminToken);
            till.get("sync/pull?cursor=0").ok();
        }
    }

    private JsonNode onlyTerminal(String tenant) {
        return cloud.admin("GET", "terminals?tenant=" + tenant, "").ok().json().get(0);
    }

    private Answer enrol(String code, String key) {
        return cloud.post("terminals/enrol", new EnrolRequest(code, key));
    }

    private Answer token(String assertion) {
        return cloud.post("auth/token", new TokenRequest(assertion));
    }

    private static String newKey() {
        return Ed25519.encode(Ed25519.newKeyPair().getPublic());
    }
}
