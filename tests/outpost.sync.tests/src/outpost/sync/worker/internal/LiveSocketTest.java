package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import outpost.fixtures.Await;

class LiveSocketTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicInteger rung = new AtomicInteger();
    private final AtomicInteger lanesRung = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();
    private final LiveSocket live =
            new LiveSocket(HttpClient::newHttpClient, rung::incrementAndGet, lanesRung::incrementAndGet, now::get);
    private ServerSocket server;
    private URI root;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        server.setSoTimeout(20_000);
        root = URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        live.close();
        server.close();
    }

    @Test
    void whatTheCloudSaysRingsAndWhatOnlyANewerTillKnowsDoesNot() throws Exception {
        live.listen(root, "token-1");
        try (Cloud cloud = new Cloud(server.accept())) {
            assertEquals("GET /api/v1/sync/live HTTP/1.1", cloud.request);
            assertEquals("Bearer token-1", cloud.authorization);
            cloud.say("{\"kind\":\"of_tomorrow\"}");
            cloud.say("no JSON");
            cloud.say("{\"kind\":\"changed\",\"cursor\":7}");
            Await.until("it rings", () -> rung.get() == 1);
            cloud.say("{\"kind\":\"revoked\"}");
            Await.until("it rings again", () -> rung.get() == 2);
            live.listen(root, "token-1");
            server.setSoTimeout(200);
            assertTrue(isQuiet(), "one connection is enough");
        }
    }

    @Test
    void aBrokenConnectionIsMadeAgainEverMoreRarelyUntilSomethingIsHeard() throws Exception {
        for (int attempt = 0; attempt < 3; attempt++) {
            live.listen(root, "token-1");
            server.accept().close();
            server.setSoTimeout(150);
            Await.until("it rests", () -> {
                live.listen(root, "token-1");
                return isQuiet();
            });
            now.addAndGet((1L << attempt) * SECOND);
            server.setSoTimeout(20_000);
        }
        live.listen(root, "token-1");
        try (Cloud cloud = new Cloud(server.accept())) {
            cloud.say("{\"kind\":\"changed\",\"cursor\":7}");
            Await.until("it rings", () -> rung.get() == 1);
        }
    }

    @Test
    void aLineOnWhichNotEvenPingsComeIsGivenUp() throws Exception {
        live.listen(root, "token-1");
        try (Cloud cloud = new Cloud(server.accept())) {
            cloud.say("{\"kind\":\"changed\",\"cursor\":7}");
            Await.until("it rings", () -> rung.get() == 1);
            now.addAndGet(91 * SECOND);
            live.listen(root, "token-1");
            now.addAndGet(SECOND);
            live.listen(root, "token-1");
            new Cloud(server.accept()).close();
        }
    }

    private boolean isQuiet() {
        try (Socket unexpected = server.accept()) {
            return false;
        } catch (IOException nobodyCame) {
            return true;
        }
    }

    /** The other end of one connection, in the words of RFC 6455. */
    private static final class Cloud implements AutoCloseable {
        private final Socket socket;
        private final String request;
        private String authorization = "";

        Cloud(Socket socket) throws Exception {
            this.socket = socket;
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            request = lines.readLine();
            String key = "";
            for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
                if (line.startsWith("Sec-WebSocket-Key: ")) {
                    key = line.substring(19);
                } else if (line.startsWith("Authorization: ")) {
                    authorization = line.substring(15);
                }
            }
            byte[] accept = MessageDigest.getInstance("SHA-1")
                    .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII));
            write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(accept) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        }

        void say(String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            write(new byte[] {(byte) 0x81, (byte) bytes.length});
            write(bytes);
        }

        private void write(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
