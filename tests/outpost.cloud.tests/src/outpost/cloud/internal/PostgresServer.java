package outpost.cloud.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import outpost.cloud.internal.Settings.DatabaseSettings;

/**
 * A PostgreSQL of the machine's own packages, as it comes: with fsync, on a free loopback port, in a folder that goes away with the process.
 * Its texts sort as a language does and not as their bytes, so that a column which must not do so shows.
 */
final class PostgresServer {
    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
    private static final String USER = "cloud";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static PostgresServer running;

    private final AtomicInteger databases = new AtomicInteger();
    private final Path folder;
    private final int port;
    private Process postmaster;

    PostgresServer() {
        try {
            folder = Files.createTempDirectory("outpost-postgres");
            Path data = folder.resolve("data");
            run(command("initdb", "-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync")
                    .with("--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US"));
            port = freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop PostgreSQL"));
    }

    void start() {
        try {
            postmaster = command("postgres", "-D", folder.resolve("data").toString(), "-p", Integer.toString(port))
                    .with("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=")
                    .start(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitConnections();
    }

    /** Ends it as a crash does: without a checkpoint, with whatever was under way. */
    void crash() throws InterruptedException {
        List<ProcessHandle> all = Stream.concat(postmaster.descendants(), Stream.of(postmaster.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : all) {
            await(each);
        }
    }

    private static void await(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(process + " does not end", e);
        }
    }

    /** An empty database on the one server of this process. */
    static synchronized DatabaseSettings newDatabase() {
        if (running == null) {
            running = new PostgresServer();
        }
        return running.create("cloud" + running.databases.incrementAndGet());
    }

    DatabaseSettings create(String name) {
        try (Connection connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseSettings(url(name), USER, "");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private Connection connect(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(USER);
        return source.getConnection();
    }

    private void awaitConnections() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection connection = connect("postgres")) {
                return;
            } catch (SQLException notYet) {
                if (!postmaster.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("PostgreSQL did not start: " + log(), notYet);
                }
                Thread.onSpinWait();
            }
        }
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() {
        postmaster.destroy();
        try {
            if (!postmaster.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                postmaster.destroyForcibly();
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void run(Command command) throws IOException {
        Path log = Files.createTempFile("outpost-initdb", ".log");
        try {
            Process process = command.start(log);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(command.words() + " failed: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            Files.delete(log);
        }
    }

    private Command command(String program, String... arguments) throws IOException {
        return new Command(new ArrayList<>())
                .asUser(folder)
                .with(program(program))
                .with(arguments);
    }

    private static String program(String name) throws IOException {
        if (Files.isDirectory(PACKAGES)) {
            try (Stream<Path> versions = Files.list(PACKAGES)) {
                return versions.map(version -> version.resolve("bin").resolve(name))
                        .filter(Files::isExecutable)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(PostgresServer::notInstalled)
                        .toString();
            }
        }
        throw notInstalled();
    }

    private static IllegalStateException notInstalled() {
        return new IllegalStateException(
                "These tests need PostgreSQL 15 or later in " + PACKAGES + ": apt-get install postgresql");
    }

    /** A command line. PostgreSQL refuses to run as root: there it runs as the user that its package makes. */
    private record Command(List<String> words) {
        Command with(String... more) {
            words.addAll(List.of(more));
            return this;
        }

        Command asUser(Path folder) throws IOException {
            if (System.getProperty("user.name").equals("root")) {
                Files.setOwner(
                        folder,
                        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
                return with("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups");
            }
            return this;
        }

        Process start(Path log) throws IOException {
            return new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .directory(Path.of("/").toFile())
                    .start();
        }
    }
}
