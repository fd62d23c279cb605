package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.cloud.internal.Settings.TlsSettings;
import outpost.cloud.internal.tls.CloudCertificate;
import outpost.protocol.CloudTrust;
import outpost.protocol.EnrolmentLink;
import outpost.protocol.Health;
import outpost.protocol.Json;

/** HTTPS: on wherever another machine could listen, with a key that tills know the cloud by. */
class TlsTest {
    private final TestClock clock = new TestClock();

    @TempDir
    Path data;

    @Test
    @Tag("A-912")
    void anEnrolmentLinkLeadsToThisCloudsKeyAndToNoOther() throws Exception {
        try (CloudServer cloud = new CloudServer(settings("--tls", "on"), clock, new SecureRandom())) {
            assertEquals("https", cloud.url().getScheme());
            String pin = CloudCertificate.of(TlsSettings.OWN, data, clock, new SecureRandom())
                    .pin()
                    .orElseThrow();
            HttpClient till = client(Optional.of(pin));
            assertEquals("ok", health(till, cloud.url()).status());

            EnrolmentLink link = link(till, cloud.url());
            assertEquals(Optional.of(pin), link.pin());
            assertEquals(cloud.url(), link.cloud());

            String other = pin.replace(pin.charAt(0), pin.charAt(0) == '0' ? '1' : '0');
            for (Optional<String> wrong : List.of(Optional.of(other), Optional.<String>empty())) {
                assertThrows(SSLHandshakeException.class, () -> health(client(wrong), cloud.url()));
            }
            URI plain = URI.create(cloud.url().toString().replaceFirst("https", "http"));
            assertThrows(IOException.class, () -> health(till, plain));
        }
    }

    @Test
    @Tag("A-912")
    void theKeyStaysWhenTheCertificateIsRenewed() throws IOException {
        CloudCertificate first = own();
        assertEquals(first, own());
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tls.key"))));

        clock.advance(Duration.ofDays(700));
        CloudCertificate renewed = own();

        assertNotEquals(first.chain(), renewed.chain());
        assertEquals(first.pin(), renewed.pin());
        assertTrue(renewed.chain()
                .get(0)
                .getNotAfter()
                .toInstant()
                .isAfter(clock.instant().plus(Duration.ofDays(800))));
    }

    @Test
    @Tag("A-912")
    void aCertificateOfOnesOwnIsServed() throws Exception {
        own();
        Path store = data.resolve("shop.p12");
        PrivateKey key = own().key();
        KeyStore pkcs12 = KeyStore.getInstance("PKCS12");
        pkcs12.load(null, null);
        try (var in = Files.newInputStream(data.resolve("tls.crt"))) {
            Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
            pkcs12.setKeyEntry("shop", key, "secret".toCharArray(), new Certificate[] {certificate});
        }
        try (var out = Files.newOutputStream(store)) {
            pkcs12.store(out, "secret".toCharArray());
        }
        Path password = Files.writeString(data.resolve("password"), "secret\n");
        String pem = data.resolve("tls.crt").toString();
        for (Settings settings : List.of(
                settings("--certificate", store.toString(), "--certificate-password-file", password.toString()),
                settings(
                        "--certificate",
                        pem,
                        "--certificate-key",
                        data.resolve("tls.key").toString()))) {
            try (CloudServer cloud = new CloudServer(settings, clock, new SecureRandom())) {
                assertEquals("ok", health(client(own().pin()), cloud.url()).status());
            }
        }
        Settings wrong = settings("--certificate", store.toString());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new CloudServer(wrong, clock, new SecureRandom()))
                .getMessage()
                .contains("shop.p12"));
    }

    @Test
    @Tag("A-912")
    void plainHttpIsForThisMachineAlone() {
        assertTrue(settings().tls().isEmpty());
        for (String host : List.of("0.0.0.0", "::", "192.0.2.1")) {
            assertEquals(Optional.of(TlsSettings.OWN), settings("--host", host).tls());
            assertEquals(
                    Optional.of(TlsSettings.OWN),
                    settings("--host", host, "--tls", "off").tls());
        }
        assertThrows(
                IllegalArgumentException.class, () -> new EnrolmentLink(URI.create("http://192.0.2.1:8080"), "main.1"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new EnrolmentLink(URI.create("http://127.0.0.1.example:8080"), "main.1"));
    }

    private CloudCertificate own() {
        return CloudCertificate.of(TlsSettings.OWN, data, clock, new SecureRandom());
    }

    private Settings settings(String... options) {
        List<String> arguments = new java.util.ArrayList<>(List.of("--data", data.toString(), "--port", "0"));
        arguments.addAll(List.of(options));
        return Settings.read(arguments, name -> null, Map.of()).orElseThrow();
    }

    private EnrolmentLink link(HttpClient client, URI root) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/api/v1/admin/terminals"))
                .header(
                        "Authorization",
                        "Bearer "
                                + Files.readString(data.resolve("admin.token")).strip())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"branchId\":\"main\",\"name\":\"Lane\"}"))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        return EnrolmentLink.parse(new Answer(answer.statusCode(), answer.headers(), answer.body())
                .ok()
                .json()
                .get("link")
                .asText());
    }

    private static Health health(HttpClient client, URI root) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/api/v1/health"))
                .timeout(Duration.ofSeconds(60))
                .build();
        return Json.read(client.send(request, BodyHandlers.ofString()).body(), Health.class);
    }

    private static HttpClient client(Optional<String> pin) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(CloudTrust.context(() -> pin))
                .build();
    }
}
