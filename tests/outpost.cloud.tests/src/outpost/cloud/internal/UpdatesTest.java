package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.Ed25519;
import outpost.protocol.Json;
import outpost.protocol.Release;
import outpost.protocol.SignedRelease;

/** Releases go through the cloud to the rings of branches. */
class UpdatesTest extends OnOneCloud {
    private static final String JAR = "plugins/outpost.catalog_1.0.1.jar";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Releases are the whole cloud's, so each test takes numbers and a ring of its own. */
    @Test
    @Tag("A-960")
    void aReleaseReachesABranchWhenItsRingGetsIt() throws Exception {
        String tenant = cloud.newTenant();
        byte[] jar = new byte[1_300_000];
        new Random(7).nextBytes(jar);
        Map<String, byte[]> release = release(7, jar);
        upload(zip(release)).ok();
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
        upload(zip(release(21, new byte[] {1}))).ok();
        upload(zip(release(22, new byte[] {2}))).ok();
        cloud.admin("PUT", "updates/channels/wave", "{\"number\":21}").ok();
        assertEquals(200, get(root("wave/"), JAR).statusCode());
        assertTrue(cloud.admin("POST", "updates/channels/wave/halt", "")
                .ok()
                .json()
                .get("halted")
                .asBoolean());
        assertEquals(404, get(root("wave/"), SignedRelease.FILE).statusCode());
        assertEquals(404, get(root("wave/"), JAR).statusCode());
        cloud.admin("PUT", "updates/channels/wave", "{\"number\":22}").ok();
        assertArrayEquals(new byte[] {2}, get(root("wave/"), JAR).body());
        cloud.admin("PUT", "updates/channels/wave", "{\"number\":21}").refused(400, "POS_SYNC_REQUEST_INVALID");
        cloud.admin("PUT", "updates/channels/wave", "{\"number\":99}").refused(404, "POS_SYNC_NOT_FOUND");
        cloud.admin("PUT", "updates/channels/stable", "{\"number\":22}").refused(400, "POS_SYNC_REQUEST_INVALID");
    }

    @Test
    @Tag("A-960")
    void whatIsNotWholeIsNotTaken() throws Exception {
        Map<String, byte[]> changed = release(31, new byte[] {1});
        changed.put(JAR, new byte[] {2});
        Map<String, byte[]> longer = release(31, new byte[] {1});
        longer.put(JAR, new byte[] {1, 2});
        Map<String, byte[]> shorter = release(31, new byte[] {1});
        shorter.put(JAR, new byte[0]);
        Map<String, byte[]> lacking = release(31, new byte[] {1});
        lacking.remove(JAR);
        Map<String, byte[]> stowaway = release(31, new byte[] {1});
        stowaway.put("plugins/stowaway.jar", new byte[] {1});
        Map<String, byte[]> wordless = release(31, new byte[] {1});
        wordless.remove(SignedRelease.FILE);
        for (Map<String, byte[]> broken : List.of(changed, longer, shorter, lacking, stowaway, wordless)) {
            upload(zip(broken)).refused(400, "POS_SYNC_REQUEST_INVALID");
        }
        upload("no zip file".getBytes(StandardCharsets.US_ASCII)).refused(400, "POS_SYNC_REQUEST_INVALID");
        upload(zip(release(31, new byte[] {1}))).ok();
        upload(zip(release(31, new byte[] {2}))).refused(409, "POS_SYNC_REQUEST_INVALID");
    }

    private static Map<String, byte[]> release(long number, byte[] jar) {
        byte[] content = ("<repository number='" + number + "'/>").getBytes(StandardCharsets.US_ASCII);
        Release release = new Release(
                number,
                "1." + number,
                "2026-03-01T00:00:00Z",
                "2026-06-01T00:00:00Z",
                List.of(new Release.Unit("outpost.catalog.feature.feature.group", "1.0.1")),
                List.of(
                        new Release.File("content.xml", content.length, sha256(content)),
                        new Release.File(JAR, jar.length, sha256(jar))));
        String words =
                Json.write(SignedRelease.sign(release, Ed25519.newKeyPair().getPrivate()));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(SignedRelease.FILE, words.getBytes(StandardCharsets.UTF_8));
        files.put("content.xml", content);
        files.put(JAR, jar);
        return files;
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Answer upload(byte[] zip) {
        return cloud.send(cloud.request("admin/updates/releases", cloud.adminToken())
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(zip)));
    }

    private static URI root(String channel) {
        return cloud.uri("").resolve("/updates/" + channel);
    }

    private static HttpResponse<byte[]> get(URI root, String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofByteArray());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
