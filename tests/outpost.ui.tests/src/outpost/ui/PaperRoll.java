package outpost.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A receipt printer at a port of this machine, of which only the roll matters: it says whether paper is in, and when a document is on it. */
final class PaperRoll implements AutoCloseable {
    /** What a DLE EOT is answered with: bits that are always set, "offline", "stopped for want of paper", "the roll has ended". */
    private static final int ANSWER = 0x12;

    private static final int OFFLINE = 0x08;
    private static final int STOPPED = 0x20;
    private static final int ENDED = 0x6C;

    private final ServerSocket server;
    private volatile boolean paper;
    private final AtomicInteger printed = new AtomicInteger();

    /** Begins without paper. */
    PaperRoll() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "paper-roll");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    void load() {
        paper = true;
    }

    /** How many documents are on paper. */
    int printed() {
        return printed.get();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                listen(socket);
            } catch (IOException e) {
                // The till has gone, or the test is over.
            }
        }
    }

    /** DLE EOT n asks how the printer does, GS r 1 whether it is done. */
    private void listen(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        int beforeLast = 0;
        int last = 0;
        for (int now = in.read(); now >= 0; now = in.read()) {
            if (beforeLast == 0x10 && last == 0x04) {
                socket.getOutputStream().write(ANSWER | status(now));
            } else if (beforeLast == 0x1D && last == 'r' && paper) {
                printed.incrementAndGet();
                socket.getOutputStream().write(0);
            }
            beforeLast = last;
            last = now;
        }
    }

    private int status(int question) {
        if (paper) {
            return 0;
        }
        return switch (question) {
            case 1 -> OFFLINE;
            case 2 -> STOPPED;
            default -> ENDED;
        };
    }
}
