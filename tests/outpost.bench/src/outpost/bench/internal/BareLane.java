package outpost.bench.internal;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** The least that brings a sale to another lane's disk: a line of text over a socket, one row in one durable transaction, and a word back. */
final class BareLane implements AutoCloseable {
    /** As long as a sale's event. */
    private static final String EVENT = "x".repeat(1_800);

    private final ServerSocket server;
    private final Socket socket;
    private final BareFile file;
    private final BufferedWriter out;
    private final BufferedReader in;

    BareLane(Path database) {
        file = BareFile.empty(database);
        try {
            server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            Thread lane = new Thread(this::serve, "bare-lane");
            lane.setDaemon(true);
            lane.start();
            socket = new Socket(server.getInetAddress(), server.getLocalPort());
            socket.setTcpNoDelay(true);
            out = writer(socket);
            in = reader(socket);
        } catch (IOException e) {
            throw new UncheckedIOException("no socket for the bare lane", e);
        }
    }

    Samples tell(int times, LongSupplier nanoTime) {
        Samples samples = new Samples();
        try {
            for (int time = 0; time < times; time++) {
                Stopwatch watch = new Stopwatch(nanoTime);
                say(out, EVENT);
                in.readLine();
                samples.add(watch.nanos());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the bare lane does not answer", e);
        }
        return samples;
    }

    @Override
    public void close() {
        try {
            socket.close();
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.close();
    }

    private void serve() {
        try (Socket other = server.accept()) {
            other.setTcpNoDelay(true);
            BufferedReader lines = reader(other);
            BufferedWriter answers = writer(other);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                file.insert(1, line);
                say(answers, "stored");
            }
        } catch (IOException e) {
            // The measurement is over.
        }
    }

    private static void say(BufferedWriter to, String line) throws IOException {
        to.write(line + "\n");
        to.flush();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static BufferedWriter writer(Socket socket) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
    }
}
