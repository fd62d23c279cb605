package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Health;
import outpost.protocol.Json;
import outpost.protocol.Limits;
import outpost.protocol.PushRequest;
import outpost.protocol.Sha256;
import outpost.values.BranchId;

/** Requests that must not get through: each has its status and code, and leaves nothing behind. */
class AccessTest extends OnOneCloud {
    @Test
    void healthNeedsNoTokenAndTellsTheTime() {
        Health health = cloud.send(HttpRequest.newBuilder(cloud.uri("health"))).as(Health.class);

        assertEquals("ok", health.status());
        assertEquals(cloud.clock().millis(), health.timeMillis());
        assertTrue(health.protocolMin() <= Limits.PROTOCOL_VERSION && Limits.PROTOCOL_VERSION <= health.protocolMax());
    }

    @Test
    void onlyTheOwnerReadsTheAdministratorsToken() throws IOException {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(cloud.adminTokenFile())));
    }

    @Test
    @Tag("A-901")
    void withoutATokenNothingIsGivenOrTaken() {
        TestTill till = TestTill.inNewTenant(cloud);
        for (String path : List.of("sync/snapshot", "sync/pull?cursor=0", "admin/tenants", "admin/sales/summary")) {
            cloud.send(HttpRequest.newBuilder(cloud.uri(path))).refused(401, "POS_SYNC_UNAUTHORIZED");
            cloud.get(path, "nonsense").refused(401, "POS_SYNC_UNAUTHORIZED");
            cloud.get(path, till.token() + "x").refused(401, "POS_SYNC_UNAUTHORIZED");
        }
        PushRequest batch = new PushRequest(List.of(till.sale(1)));
        till.tryPush("", batch.idempotencyKey(), Json.write(batch)).refused(401, "POS_SYNC_UNAUTHORIZED");
        assertNothingStored(till);
    }

    @Test
    @Tag("A-901")
    void aTillIsNoAdministratorAndAnAdministratorNoTill() {
        TestTill till = TestTill.inNewTenant(cloud);

        till.get("admin/tenants").refused(403, "POS_SYNC_FORBIDDEN");
        cloud.get("sync/pull?cursor=0", cloud.adminToken()).refused(403, "POS_SYNC_FORBIDDEN");
    }

    @Test
    @Tag("A-902")
    void anotherTenantsTokenStoresNothing() {
        TestTill till = TestTill.inNewTenant(cloud);
        TestTill stranger = TestTill.inNewTenant(cloud);
        PushRequest batch = new PushRequest(List.of(stranger.sale(1), till.sale(1)));

        stranger.tryPush(stranger.token(), batch.idempotencyKey(), Json.write(batch))
                .refused(403, "POS_SYNC_FORBIDDEN");

        assertNothingStored(till);
        assertNothingStored(stranger);
    }

    @Test
    @Tag("A-902")
    void anotherBranchesEventsStoreNothing() {
        TestTill till = TestTill.inNewTenant(cloud);
        cloud.newBranch(till.tenant(), "second");
        TestTill other = new TestTill(cloud, cloud.newCode(till.tenant(), "second"));
        String sale = Json.write(Sales.of(UUID.randomUUID(), 1, 1));
        Event pretended = till.event(new BranchId("second"), 1, EventType.SALE, sale);

        till.tryPush(List.of(till.sale(1), other.sale(1))).refused(403, "POS_SYNC_FORBIDDEN");
        till.tryPush(List.of(pretended)).refused(403, "POS_SYNC_FORBIDDEN");
        other.tryPush(List.of(pretended)).refused(403, "POS_SYNC_FORBIDDEN");

        assertNothingStored(till);
    }

    @Test
    @Tag("A-903")
    void aBodyOverTheLimitIsRefusedUnread() {
        TestTill till = TestTill.inNewTenant(cloud);
        String big = "{\"events\":[],\"padding\":\"" + "x".repeat(Limits.PUSH_BYTES) + "\"}";

        till.tryPush(till.token(), "key", big).refused(413, "POS_SYNC_PAYLOAD_TOO_LARGE");

        byte[] bytes = big.getBytes(StandardCharsets.UTF_8);
        cloud.send(cloud.request("sync/push", till.token())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))))
                .refused(413, "POS_SYNC_PAYLOAD_TOO_LARGE");
        cloud.admin("PUT", "catalog/setting/x?tenant=" + till.tenant(), "x".repeat(Limits.BODY_BYTES + 1))
                .refused(413, "POS_SYNC_PAYLOAD_TOO_LARGE");
        assertNothingStored(till);
    }

    @Test
    @Tag("A-903")
    void aSmallBodyThatIsLargeInsideIsRefused() {
        TestTill till = TestTill.inNewTenant(cloud);
        byte[] bomb = TestCloud.gzip(new byte[Limits.PUSH_DECOMPRESSED_BYTES + 1]);
        assertTrue(bomb.length < Limits.PUSH_BYTES);

        gzipped(till, bomb, "key").refused(413, "POS_SYNC_PAYLOAD_TOO_LARGE");

        assertNothingStored(till);
    }

    @Test
    void aCompressedBatchIsTakenAsAPlainOne() {
        TestTill till = TestTill.inNewTenant(cloud);
        PushRequest batch = new PushRequest(List.of(till.sale(1)));

        gzipped(till, TestCloud.gzip(Json.write(batch).getBytes(StandardCharsets.UTF_8)), batch.idempotencyKey())
                .ok();

        assertEquals(1, cloud.summary(till.tenant()).get("sales").asInt());
    }

    @Test
    void whatIsNoBatchIsABadRequest() {
        TestTill till = TestTill.inNewTenant(cloud);
        List<String> bodies = List.of(
                "",
                "null",
                "[]",
                "{}",
                "{",
                "{\"events\":{}}",
                "{\"events\":[]}",
                "{\"events\":[{}]",
                "\u0000",
                "{\"events\":[1]}x");
        for (String body : bodies) {
            till.tryPush(till.token(), Sha256.hex(""), body).refused(400, "POS_SYNC_REQUEST_INVALID");
        }
        List<String> tooMany = Collections.nCopies(Limits.EVENTS_PER_PUSH + 1, "{}");
        String key = Sha256.hex("\n".repeat(Limits.EVENTS_PER_PUSH));
        till.tryPush(till.token(), key, "{\"events\":[" + String.join(",", tooMany) + "]}")
                .refused(400, "POS_SYNC_REQUEST_INVALID");
        gzipped(till, new byte[] {1, 2, 3}, "key").refused(400, "POS_SYNC_REQUEST_INVALID");
        byte[] whole = TestCloud.gzip("{\"events\":[{}]}".getBytes(StandardCharsets.UTF_8));
        gzipped(till, Arrays.copyOf(whole, whole.length - 9), "key").refused(400, "POS_SYNC_REQUEST_INVALID");
        assertNothingStored(till);
    }

    @Test
    void aFullBatchIsTaken() {
        TestTill till = TestTill.inNewTenant(cloud);

        till.push(IntStream.range(0, Limits.EVENTS_PER_PUSH)
                .mapToObj(i -> till.sale(1))
                .toList());

        assertEquals(
                Limits.EVENTS_PER_PUSH,
                cloud.summary(till.tenant()).get("sales").asInt());
    }

    @Test
    void badRequestsAreToldSoAndNeverAFaultOfTheCloud() {
        TestTill till = TestTill.inNewTenant(cloud);
        String tenant = "tenant=" + till.tenant();
        for (String query :
                List.of("", "?cursor=x", "?cursor=-1", "?cursor=0&limit=0", "?cursor=0&limit=5001", "?cursor=1e9")) {
            till.get("sync/pull" + query).refused(400, "POS_SYNC_REQUEST_INVALID");
        }
        for (String after : List.of("", "product", ":x", "product:")) {
            till.get("sync/snapshot?after=" + after).refused(400, "POS_CATALOG_SNAPSHOT_FAILED");
        }
        for (String body : List.of(
                "",
                "null",
                "[]",
                "7",
                "{}",
                "{\"branchId\":\"main\"}",
                "{\"branchId\":7,\"name\":{}}",
                "{\"branchId\":\"a b\",\"name\":\"x\"}")) {
            cloud.admin("POST", "terminals?" + tenant, body).refused(400, "POS_SYNC_REQUEST_INVALID");
        }
        cloud.admin("POST", "terminals?" + tenant, "{\"branchId\":\"none\",\"name\":\"x\"}")
                .refused(404, "POS_SYNC_NOT_FOUND");
        cloud.admin("POST", "tenants", "{\"tenantId\":\"t\",\"name\":\"x\",\"currency\":\"XXX\"}")
                .refused(400, "POS_SYNC_REQUEST_INVALID");
        cloud.admin("POST", "tenants", "{\"tenantId\":\"t\",\"name\":\"\\ud800\",\"currency\":\"EUR\"}")
                .refused(400, "POS_SYNC_REQUEST_INVALID");
        cloud.admin("GET", "branches?tenant=none", "").refused(404, "POS_SYNC_NOT_FOUND");
        cloud.admin("GET", "sales/summary?tenant=no%20id", "").refused(400, "POS_SYNC_REQUEST_INVALID");
        cloud.admin("GET", "nothing/here", "").refused(404, "POS_SYNC_NOT_FOUND");
        cloud.admin("DELETE", "tenants", "").refused(405, "POS_SYNC_REQUEST_INVALID");
        cloud.get("../../elsewhere", till.token()).refused(404, "POS_SYNC_NOT_FOUND");
        cloud.send(cloud.request("sync/pull?cursor=0", till.token()).header("Outpost-Protocol", "99"))
                .refused(400, "POS_SYNC_REQUEST_INVALID");
        cloud.send(cloud.request("sync/pull?cursor=0", till.token()).header("Content-Encoding", "br"))
                .refused(400, "POS_SYNC_REQUEST_INVALID");
    }

    private Answer gzipped(TestTill till, byte[] body, String key) {
        return cloud.send(cloud.request("sync/push", till.token())
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .header(PushRequest.IDEMPOTENCY_KEY, key)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private void assertNothingStored(TestTill till) {
        for (String counter : List.of("sales", "refunds", "lines", "events", "duplicates", "quarantined")) {
            assertEquals(0, cloud.summary(till.tenant()).get(counter).asInt(), counter);
        }
        assertTrue(cloud.summary(till.tenant()).get("streams").isEmpty());
    }
}
