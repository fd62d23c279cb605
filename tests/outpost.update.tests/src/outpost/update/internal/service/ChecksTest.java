package outpost.update.internal.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;
import outpost.protocol.CloudTrust;
import outpost.update.NetworkFinding;
import outpost.update.NetworkFinding.Step;
import outpost.update.NetworkFinding.Trouble;
import outpost.update.internal.trust.Address;

class ChecksTest {
    private static final String ALIAS = "cloud";
    private static final String PASSWORD = "only for this test";
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir
    private Path data;

    @Test
    @Tag("A-962")
    void aWholeDatabaseIsWhole() throws SQLException {
        database();
        assertEquals(List.of(), DatabaseCheck.of(data));
    }

    @Test
    @Tag("A-962")
    void aDamagedDatabaseIsNamed() throws Exception {
        database();
        try (FileChannel file = FileChannel.open(data.resolve("outpost.db"), StandardOpenOption.WRITE)) {
            long pages = file.size() / 4096;
            for (long page = 2; page < pages; page++) {
                file.write(ByteBuffer.wrap("no page of a database".getBytes(StandardCharsets.US_ASCII)), page * 4096);
            }
        }
        assertFalse(DatabaseCheck.of(data).isEmpty());
    }

    @Test
    @Tag("A-962")
    void whatIsNoDatabaseIsNamed() throws IOException {
        assertEquals(List.of("There is no database in " + data + "."), DatabaseCheck.of(data));
        Files.writeString(data.resolve("outpost.db"), "some text that is longer than the head of a database");
        assertTrue(DatabaseCheck.of(data).get(0).startsWith("The database cannot be read"));
    }

    @Test
    @Tag("A-962")
    void tellsHowFarTheWayToTheCloudGoes() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = free.getLocalPort();
            free.close();
            NetworkFinding refused = find("http://127.0.0.1:" + port);
            assertEquals(Optional.of(Trouble.REFUSED), refused.trouble());
            assertEquals("127.0.0.1:" + port, refused.detail());
            assertTrue(refused.isGone(Step.NAME));
            assertFalse(refused.isGone(Step.CONNECTION));
        }
        assertEquals(Optional.of(Trouble.NO_ADDRESS), find("cloud").trouble());
        assertEquals(Optional.empty(), answering(NOW.toEpochMilli(), 1).trouble());
        NetworkFinding late = answering(NOW.minusSeconds(3_600).toEpochMilli(), 1);
        assertEquals(Optional.of(Trouble.CLOCK_OFF), late.trouble());
        assertEquals("3600", late.detail());
        assertEquals(
                Optional.of(Trouble.OTHER_GENERATION),
                answering(NOW.toEpochMilli(), 9).trouble());
    }

    /** The domain .invalid has no names (RFC 6761). */
    @Test
    @Tag("A-962")
    void aNameThatNobodyKnowsAndAMachineWithoutANetworkAreToldApart() throws InterruptedException {
        assertEquals(
                Optional.of(Trouble.NAME_UNKNOWN), find("https://cloud.invalid").trouble());
        NetworkCheck unplugged = new NetworkCheck(Clock.fixed(NOW, ZoneOffset.UTC), () -> false);
        assertEquals(
                Optional.of(Trouble.NO_NETWORK),
                unplugged.of(Address.of("https://cloud.invalid")).trouble());
    }

    @Test
    @Tag("A-962")
    void anotherKeyThanThePinnedOneIsNotTheCloudOfTheEnrolment() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        KeyStore own = keys();
        server.setHttpsConfigurator(new HttpsConfigurator(serving(own)));
        answerAsCloud(server, NOW.toEpochMilli(), 1);
        try {
            String address = "https://127.0.0.1:" + server.getAddress().getPort();
            String pin = CloudTrust.pin(own.getCertificate(ALIAS).getPublicKey());
            assertEquals(Optional.empty(), find(address + "#pin=" + pin).trouble());
            NetworkFinding other = find(address + "#pin=" + "ab".repeat(32));
            assertEquals(Optional.of(Trouble.OTHER_KEY), other.trouble());
            assertTrue(other.isGone(Step.CONNECTION));
            assertEquals(Optional.of(Trouble.NOT_TRUSTED), find(address).trouble());
        } finally {
            server.stop(0);
        }
    }

    @Test
    @Tag("A-962")
    void whatDoesNotSpeakAsACloudIsNone() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        try {
            int port = server.getAddress().getPort();
            assertEquals(
                    Optional.of(Trouble.NO_CLOUD),
                    find("http://127.0.0.1:" + port).trouble());
        } finally {
            server.stop(0);
        }
    }

    /** Made by Java's own tool, as the library has no call for it. */
    private KeyStore keys() throws Exception {
        Path file = data.resolve("keys.p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=cloud",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("keytool.log").toFile())
                .start();
        assertEquals(0, tool.waitFor());
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    private static SSLContext serving(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private NetworkFinding answering(long timeMillis, int protocol) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answerAsCloud(server, timeMillis, protocol);
        try {
            return find("http://127.0.0.1:" + server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private static void answerAsCloud(HttpServer server, long timeMillis, int protocol) {
        server.createContext("/api/v1/health", exchange -> {
            byte[] body = ("{\"status\":\"ok\",\"cloudId\":\"c\",\"timeMillis\":" + timeMillis + ",\"protocolMin\":"
                            + protocol + ",\"protocolMax\":" + protocol + "}")
                    .getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    private static NetworkFinding find(String cloud) throws InterruptedException {
        return new NetworkCheck(Clock.fixed(NOW, ZoneOffset.UTC), () -> true).of(Address.of(cloud));
    }

    private void database() throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + data.resolve("outpost.db"));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE sale (id INTEGER PRIMARY KEY, note TEXT)");
            statement.execute("INSERT INTO sale (note) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                    + " WHERE i < 500) SELECT 'sale number ' || i || ' with a note that fills pages' FROM n");
        }
    }
}
