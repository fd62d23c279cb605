package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import outpost.protocol.PullAnswer;

/** Nudges over the WebSocket, as a till's client hears them. */
class LiveTest extends OnOneCloud {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @Tag("A-310")
    void aChangeIsToldToTheTillsOfItsTenantOnly() throws InterruptedException {
        TestTill till = TestTill.inNewTenant(cloud);
        TestTill stranger = TestTill.inNewTenant(cloud);
        Heard heard = listen(till.token());
        Heard elsewhere = listen(stranger.token());
        assertEquals(changed(1), heard.next(), "at first, where the catalog is");
        assertEquals(changed(1), elsewhere.next());

        cloud.admin("PUT", "catalog/category/tea?tenant=" + till.tenant(), "{\"name\":\"Tea\"}")
                .ok();

        assertEquals(changed(2), heard.next());
        assertEquals(2, till.get("sync/pull?cursor=1").as(PullAnswer.class).cursor());
        assertEquals(List.of(), List.copyOf(elsewhere.texts));
        heard.socket.sendText("whatever the till sends", true).join();
        cloud.admin("PUT", "catalog/category/tea?tenant=" + till.tenant(), "{\"name\":\"Teas\"}")
                .ok();
        assertEquals(changed(3), heard.next());
        heard.socket.abort();
        elsewhere.socket.abort();
    }

    @Test
    @Tag("A-310")
    void whoHasNoTokenOfATerminalHearsNothing() {
        TestTill till = TestTill.inNewTenant(cloud);
        for (String token : new String[] {"", "rubbish", cloud.adminToken(), till.token() + "x"}) {
            CompletionException failure = assertThrows(CompletionException.class, () -> listen(token));
            assertEquals(
                    401,
                    ((WebSocketHandshakeException) failure.getCause())
                            .getResponse()
                            .statusCode());
        }
        cloud.get("sync/live", till.token()).refused(404, "POS_SYNC_NOT_FOUND");
    }

    @Test
    @Tag("A-911")
    void aTillThatIsCutOffHearsItAtOnceAndItsNeighboursAskForTheirLanes() throws InterruptedException {
        TestTill stolen = TestTill.inNewTenant(cloud);
        TestTill neighbour = new TestTill(cloud, cloud.newCode(stolen.tenant()));
        Heard thief = listen(stolen.token());
        Heard shop = listen(neighbour.token());
        thief.next();
        shop.next();

        cloud.admin("POST", "terminals/" + stolen.identity().terminalId() + "/revocation?tenant=" + stolen.tenant(), "")
                .done();

        assertEquals("{\"kind\":\"revoked\"}", thief.next());
        assertEquals("{\"kind\":\"lanes\"}", shop.next());
    }

    private Heard listen(String token) {
        URI uri = URI.create(cloud.uri("sync/live").toString().replaceFirst("http", "ws"));
        Heard heard = new Heard();
        heard.socket = http.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .buildAsync(uri, heard)
                .join();
        return heard;
    }

    private static String changed(long cursor) {
        return "{\"kind\":\"changed\",\"cursor\":" + cursor + "}";
    }

    private static final class Heard implements WebSocket.Listener {
        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        private volatile WebSocket socket;

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                texts.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }

        String next() throws InterruptedException {
            String text = texts.poll(20, TimeUnit.SECONDS);
            assertTrue(text != null, "nothing was heard");
            return text;
        }
    }
}
