package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.EventType;
import outpost.protocol.Json;

/** Alarms that are sent to somebody, who may be away at first. */
class WebhooksTest extends OnOneCloud {
    private record Heard(String signature, String delivery, String body) {}

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            heard.add(new Heard(
                    exchange.getRequestHeaders().getFirst("Outpost-Signature"),
                    exchange.getRequestHeaders().getFirst("Outpost-Delivery"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Integer status = answers.poll();
            exchange.sendResponseHeaders(status == null ? 204 : status, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void hangUp() {
        receiver.stop(0);
    }

    @Test
    @Tag("A-354")
    void anAlarmIsSentWhenItIsRaisedAndWhenItIsClearedSignedAndUntilItIsTaken()
            throws InterruptedException, GeneralSecurityException {
        TestTill till = TestTill.inNewTenant(cloud);
        JsonNode made = make(till.tenant()).ok().json();
        answers.add(500);
        till.push(till.event(2, EventType.SALE, Json.write(Sales.of(UUID.randomUUID(), 1, 1))));
        cloud.clock().advance(Duration.ofMinutes(6));
        cloud.admin("GET", "alarms?tenant=" + till.tenant(), "").ok();

        Heard refused = next();
        Heard raised = nextAttempt();

        assertEquals(refused.delivery(), raised.delivery());
        assertEquals(refused.body(), raised.body());
        assertNotEquals(refused.signature(), raised.signature(), "each attempt has its own time");
        assertSigned(made.get("secret").asText(), raised);
        JsonNode alarm = Json.read(raised.body(), JsonNode.class);
        assertEquals("raised", alarm.get("event").asText());
        assertEquals("gap", alarm.get("kind").asText());
        assertEquals(till.tenant(), alarm.get("tenantId").asText());
        assertEquals(
                till.identity().terminalId().value(), alarm.get("terminalId").asText());

        till.push(till.sale(1));
        cloud.admin("GET", "alarms?tenant=" + till.tenant(), "").ok();
        Heard cleared = next();
        assertEquals(
                "cleared",
                Json.read(cleared.body(), JsonNode.class).get("event").asText());
        assertSigned(made.get("secret").asText(), cleared);

        cloud.admin("DELETE", "webhooks/" + made.get("webhookId").asText() + "?tenant=" + till.tenant(), "");
        assertEquals(
                "[]",
                cloud.admin("GET", "webhooks?tenant=" + till.tenant(), "").ok().body());
    }

    @Test
    void anAddressThatIsNoneIsRefusedByName() {
        String tenant = cloud.newTenant();
        for (String url :
                new String[] {"", "ftp://127.0.0.1/", "http:///path", "https://a:b@127.0.0.1/", "rubbish here"}) {
            Answer answer = cloud.admin("POST", "webhooks?tenant=" + tenant, "{\"url\":\"" + url + "\"}");
            answer.refused(400, "POS_SYNC_REQUEST_INVALID");
            assertTrue(answer.body().contains("url"), answer.body());
        }
        cloud.admin("DELETE", "webhooks/none?tenant=" + tenant, "").refused(404, "POS_SYNC_NOT_FOUND");
    }

    @Test
    void aSecretIsShownOnce() {
        String tenant = cloud.newTenant();
        String secret = make(tenant).ok().json().get("secret").asText();

        String listed = cloud.admin("GET", "webhooks?tenant=" + tenant, "").ok().body();

        assertEquals(64, secret.length());
        assertTrue(!listed.contains(secret), listed);
        assertEquals(0, Json.read(listed, JsonNode.class).get(0).get("waiting").asInt());
    }

    private Answer make(String tenant) {
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/alarms";
        return cloud.admin("POST", "webhooks?tenant=" + tenant, "{\"url\":\"" + url + "\"}");
    }

    private Heard next() throws InterruptedException {
        Heard next = heard.poll(60, TimeUnit.SECONDS);
        assertTrue(next != null, "nothing was sent");
        return next;
    }

    /** Time goes on until the pause between two attempts has passed, which begins when the first one was noted. */
    private Heard nextAttempt() throws InterruptedException {
        Heard next = null;
        for (int i = 0; next == null && i < 60; i++) {
            cloud.clock().advance(Duration.ofSeconds(11));
            next = heard.poll(1, TimeUnit.SECONDS);
        }
        assertTrue(next != null, "it was not tried again");
        return next;
    }

    private static void assertSigned(String secret, Heard heard) throws GeneralSecurityException {
        String time = heard.signature().replaceAll("t=([0-9]+),v1=.*", "$1");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String expected =
                HexFormat.of().formatHex(mac.doFinal((time + "." + heard.body()).getBytes(StandardCharsets.UTF_8)));
        assertEquals("t=" + time + ",v1=" + expected, heard.signature());
    }
}
