package outpost.bench.internal;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.sqlite.SQLiteDataSource;
import outpost.protocol.Entity;
import outpost.protocol.Json;

/** The least that brings rows from a server to a till: compressed lines of JSON over HTTP, each read and put into one table, in one durable transaction. */
final class BareCloud implements AutoCloseable {
    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI rows;
    private final Connection connection;

    /** @param file of the database, a new one */
    BareCloud(Path file, Goods goods, int count) {
        byte[] body = compressed(goods, count);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            rows = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            SQLiteDataSource source = new SQLiteDataSource();
            source.setUrl("jdbc:sqlite:" + file);
            connection = source.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
                statement.execute("CREATE TABLE IF NOT EXISTS entities (id TEXT PRIMARY KEY, seq INTEGER, body TEXT)");
            }
            connection.setAutoCommit(false);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the bare work cannot begin", e);
        }
    }

    /** Fetches all rows; when it returns, they are on disk. */
    void fetch() throws InterruptedException {
        try (InputStream body = http.send(HttpRequest.newBuilder(rows).build(), BodyHandlers.ofInputStream())
                        .body();
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(body), StandardCharsets.UTF_8));
                PreparedStatement insert =
                        connection.prepareStatement("INSERT OR REPLACE INTO entities VALUES (?, ?, ?)")) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Entity row = Json.read(line, Entity.class);
                insert.setString(1, row.id());
                insert.setLong(2, row.seq());
                insert.setString(3, row.body().orElseThrow());
                insert.executeUpdate();
            }
            connection.commit();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the bare work failed", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] compressed(Goods goods, int count) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(body)) {
            for (int place = 0; place < count; place++) {
                gzip.write((Json.write(goods.row(place)) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body.toByteArray();
    }
}
