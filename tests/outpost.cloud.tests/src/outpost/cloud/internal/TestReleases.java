package outpost.cloud.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import outpost.protocol.Ed25519;
import outpost.protocol.Json;
import outpost.protocol.Release;
import outpost.protocol.SignedRelease;

/** Releases of one bundle, as a publisher makes them. */
final class TestReleases {
    static final String JAR = "plugins/outpost.catalog_1.0.1.jar";

    private TestReleases() {}

    /** Its files by path, the signed words first. */
    static Map<String, byte[]> of(long number, byte[] jar) {
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

    static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    static Answer upload(TestCloud cloud, byte[] zip) {
        return cloud.send(cloud.request("admin/updates/releases", cloud.adminToken())
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(zip)));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
