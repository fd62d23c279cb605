package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.cloud.internal.Settings.Rates;
import outpost.protocol.Ed25519;
import outpost.protocol.EnrolRequest;

/** Those who drip their requests, those who guess, and what a browser is told. */
class SlowCallersTest extends OnOneCloud {
    /** More than the server has threads. */
    private static final int DRIPPING = 100;

    @Override
    boolean alone() {
        return true;
    }

    @Test
    @Tag("A-915")
    void manyThatDoNotFinishTheirHeadersHoldUpNobody() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < DRIPPING; i++) {
                Socket socket = new Socket("127.0.0.1", cloud.uri("").getPort());
                sockets.add(socket);
                socket.getOutputStream()
                        .write("POST /api/v1/sync/push HTTP/1.1\r\nHost: x\r\nX-Drip: "
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
            cloud.send(HttpRequest.newBuilder(cloud.uri("health"))).ok();
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    @Tag("A-915")
    void whoCallsTooOftenWithoutATokenIsToldToComeLater() {
        EnrolRequest wrong = new EnrolRequest(
                "main.0000-0000-0000-0000", Ed25519.encode(Ed25519.newKeyPair().getPublic()));
        Answer answer;
        int allowed = 0;
        do {
            answer = cloud.post("terminals/enrol", wrong);
            allowed++;
        } while (answer.status() != 429 && allowed <= 10 * Rates.DEFAULT.perAddress());
        answer.refused(429, "POS_SYNC_RATE_LIMITED");
        assertEquals(10 * Rates.DEFAULT.perAddress() + 1, allowed);
        assertEquals("1", answer.headers().firstValue("Retry-After").orElseThrow());
        // Whoever has a token is not meant.
        cloud.admin("GET", "tenants", "").ok();
        cloud.clock().advance(Duration.ofSeconds(10));
        cloud.post("terminals/enrol", wrong).refused(409, "POS_ENROLMENT_REFUSED");
    }

    @Test
    @Tag("A-915")
    void everyAnswerTellsBrowsersWhatTheyMayNot() {
        for (String path : List.of("health", "admin/tenants", "nothing")) {
            Answer answer = cloud.get(path, cloud.adminToken());
            for (String header : List.of(
                    "X-Content-Type-Options=nosniff",
                    "X-Frame-Options=DENY",
                    "Referrer-Policy=no-referrer",
                    "Cache-Control=no-store")) {
                String[] wanted = header.split("=");
                assertEquals(List.of(wanted[1]), answer.headers().allValues(wanted[0]), path + " " + header);
            }
            assertTrue(answer.headers()
                    .firstValue("Content-Security-Policy")
                    .orElse("")
                    .contains("frame-ancestors 'none'"));
            assertFalse(answer.headers().firstValue("Server").isPresent());
        }
    }
}
