package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.SignedRelease;

/** Releases go through the cloud to the rings of branches. */
class UpdatesTest extends OnOneCloud {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    boolean alone() {
        return true;
    }

    /** Releases are the whole cloud's, so each test takes numbers and a ring of its own. */
    @Test
    @Tag("A-960")
    void aReleaseReachesABranchWhenItsRingGetsIt() throws Exception {
        String tenant = cloud.newTenant();
        byte[] jar = new byte[1_300_000];
        new Random(7).nextBytes(jar);
        Map<String, byte[]> release = TestReleases.of(7, jar);
        TestReleases.upload(cloud, TestReleases.zip(release)).ok();
        cloud.admin("PUT", "updates/rings/main?tenant=" + tenant, "{\"ring\":\"pilot\"}")
                .ok();
        URI branch = root("branch/" + tenant + "/main/");
        assertEquals(404, get(branch, SignedRelease.FILE).statusCode(), "no ring has got it yet");

        cloud.admin("PUT", "updates/channels/pilot", "{\"number\":7}").ok();

        for (Map.Entry<String, byte[]> file : release.entrySet()) {
            assertArrayEquals(file.getValue(), get(branch, file.getKey()).body(), file.getKey());
            assertArrayEquals(
                    file.getValue(), get(root("pilot/"), file.getKey()).body(), file.getKey());
        }
        assertEquals(404, get(branch, "plugins/other.jar").statusCode());
        JsonNode overview = cloud.admin("GET", "updates", "").ok().json();
        assertTrue(
                overview.get("channels").toString().contains("{\"channel\":\"pilot\",\"number\":7,\"halted\":false}"));
        assertTrue(overview.get("rings")
                .toString()
                .contains("\"tenantId\":\"" + tenant + "\",\"branchId\":\"main\",\"ring\":\"pilot\""));
    }

    @Test
    @Tag("A-960")
    void aHaltedRingGivesNothingUntilTheNextPromotion() throws Exception {
        TestReleases.upload(cloud, TestReleases.zip(TestReleases.of(21, new byte[] {1})))
                .ok();
        TestReleases.upload(cloud, TestReleases.zip(TestReleases.of(22, new byte[] {2})))
                .ok();
        cloud.admin("PUT", "updates/channels/wave", "{\"number\":21}").ok();
        assertEquals(200, get(root("wave/"), TestReleases.JAR).statusCode());
        assertTrue(cloud.admin("POST", "updates/channels/wave/halt", "")
                .ok()
                .json()
                .get("halted")
                .asBoolean());
        assertEquals(404, get(root("wave/"), SignedRelease.FILE).statusCode());
        assertEquals(404, get(root("wave/"), TestReleases.JAR).statusCode());
        cloud.admin("PUT", "updates/channels/wave", "{\"number\":22}").ok();
        assertArrayEquals(new byte[] {2}, get(root("wave/"), TestReleases.JAR).body());
        cloud.admin("PUT", "updates/channels/wave", "{\"number\":21}").refused(400, "POS_SYNC_REQUEST_INVALID");
        cloud.admin("PUT", "updates/channels/wave", "{\"number\":99}").refused(404, "POS_SYNC_NOT_FOUND");
        cloud.admin("PUT", "updates/channels/stable", "{\"number\":22}").refused(400, "POS_SYNC_REQUEST_INVALID");
    }

    @Test
    @Tag("A-960")
    void whatIsNotWholeIsNotTaken() throws Exception {
        Map<String, byte[]> changed = TestReleases.of(31, new byte[] {1});
        changed.put(TestReleases.JAR, new byte[] {2});
        Map<String, byte[]> longer = TestReleases.of(31, new byte[] {1});
        longer.put(TestReleases.JAR, new byte[] {1, 2});
        Map<String, byte[]> shorter = TestReleases.of(31, new byte[] {1});
        shorter.put(TestReleases.JAR, new byte[0]);
        Map<String, byte[]> lacking = TestReleases.of(31, new byte[] {1});
        lacking.remove(TestReleases.JAR);
        Map<String, byte[]> stowaway = TestReleases.of(31, new byte[] {1});
        stowaway.put("plugins/stowaway.jar", new byte[] {1});
        Map<String, byte[]> wordless = TestReleases.of(31, new byte[] {1});
        wordless.remove(SignedRelease.FILE);
        for (Map<String, byte[]> broken : List.of(changed, longer, shorter, lacking, stowaway, wordless)) {
            TestReleases.upload(cloud, TestReleases.zip(broken)).refused(400, "POS_SYNC_REQUEST_INVALID");
        }
        TestReleases.upload(cloud, "no zip file".getBytes(StandardCharsets.US_ASCII))
                .refused(400, "POS_SYNC_REQUEST_INVALID");
        TestReleases.upload(cloud, TestReleases.zip(TestReleases.of(31, new byte[] {1})))
                .ok();
        TestReleases.upload(cloud, TestReleases.zip(TestReleases.of(31, new byte[] {2})))
                .refused(409, "POS_SYNC_REQUEST_INVALID");
    }

    private URI root(String channel) {
        return cloud.uri("").resolve("/updates/" + channel);
    }

    private static HttpResponse<byte[]> get(URI root, String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofByteArray());
    }
}
