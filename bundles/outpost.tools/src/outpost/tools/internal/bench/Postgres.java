package outpost.tools.internal.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import outpost.tools.internal.ToolException;

/** A PostgreSQL of the machine's own packages, as it comes (with fsync), for as long as a bench takes. */
final class Postgres implements AutoCloseable {
    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
    private static final long LIMIT_SECONDS = 60;
    private static final long GLANCE_NANOS = 50_000_000;

    private final Path log;
    private final int port;
    private final Process postmaster;

    /** In a folder for temporary things, where the user that PostgreSQL runs as can go. */
    Postgres() throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("outpost-bench-postgres");
            log = folder.resolve("postgres.log");
            if (isRoot()) {
                Files.setOwner(
                        folder,
                        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
            }
            String data = folder.resolve("data").toString();
            Process made = start("initdb", "-D", data, "-U", "outpost", "-A", "trust", "-E", "UTF8", "--no-locale");
            if (!made.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || made.exitValue() != 0) {
                throw new ToolException("PostgreSQL's initdb failed; see " + log);
            }
            port = freePort();
            postmaster = start(
                    "postgres",
                    "-D",
                    data,
                    "-p",
                    Integer.toString(port),
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    "unix_socket_directories=");
            Runtime.getRuntime().addShutdownHook(new Thread(postmaster::destroy));
            awaitConnections();
        } catch (IOException e) {
            throw new ToolException("PostgreSQL cannot be started: " + e.getMessage(), e);
        }
    }

    /** As JDBC wants it; its user is {@code outpost}, without a password. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url() + "?reWriteBatchedInserts=true", "outpost", "");
    }

    @Override
    public void close() {
        postmaster.destroy();
    }

    private void awaitConnections() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (true) {
            try (Connection connection = connect()) {
                return;
            } catch (SQLException notYet) {
                if (!postmaster.isAlive() || System.nanoTime() > deadline) {
                    throw new ToolException("PostgreSQL does not start; see " + log, notYet);
                }
                LockSupport.parkNanos(GLANCE_NANOS);
            }
        }
    }

    /** PostgreSQL refuses to run as root: there it runs as the user that its package makes. */
    private Process start(String program, String... arguments) throws IOException {
        List<String> words = new ArrayList<>();
        if (isRoot()) {
            words.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        words.add(program(program));
        words.addAll(List.of(arguments));
        return new ProcessBuilder(words)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static String program(String name) throws IOException {
        if (!Files.isDirectory(PACKAGES)) {
            throw new ToolException("this bench needs PostgreSQL: apt-get install postgresql");
        }
        try (Stream<Path> versions = Files.list(PACKAGES)) {
            return versions.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> new ToolException("this bench needs PostgreSQL: apt-get install postgresql"))
                    .toString();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
