package outpost.devices.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import outpost.fixtures.paper.EscPosReader;
import outpost.fixtures.paper.Mark;

/**
 * A printer at a port of this machine, with a roll that ends, a cover that opens and a plug that is pulled. As a real one it serves one connection at a time,
 * obeys real-time commands as they come in, and keeps what it was given while it cannot print.
 */
final class FakePrinter implements AutoCloseable {
    private final ServerSocket server;
    private final List<Mark> marks = new ArrayList<>();
    private final EscPosReader reader = new EscPosReader(this::print, this::sayDone);
    private byte[] buffer = {};
    private int linesOfPaper = Integer.MAX_VALUE;
    private boolean coverOpen;
    private boolean knifeStuck;
    private boolean mute;
    private boolean neverSaysDone;
    private int breaks;
    private int breakAfterBytes;
    private Socket current = new Socket();

    FakePrinter() {
        this(0);
    }

    FakePrinter(int port) {
        try {
            server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "fake-printer");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    int port() {
        return server.getLocalPort();
    }

    synchronized void load(int lines) {
        linesOfPaper = lines;
        work();
    }

    synchronized void cover(boolean open) {
        coverOpen = open;
        work();
    }

    synchronized void knife(boolean stuck) {
        knifeStuck = stuck;
        work();
    }

    synchronized void beMute() {
        mute = true;
    }

    synchronized void neverSayDone() {
        neverSaysDone = true;
    }

    /** The next so many connections end after so many bytes, and what is in the buffer is lost. */
    synchronized void breakOff(int times, int afterBytes) {
        breaks = times;
        breakAfterBytes = afterBytes;
    }

    synchronized List<Mark> marks() {
        return List.copyOf(marks);
    }

    /** The texts on the slips that were cut off, each without its empty lines. */
    synchronized List<List<String>> slips() {
        List<List<String>> slips = new ArrayList<>();
        List<String> slip = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark instanceof Mark.Line line && !line.text().isBlank()) {
                slip.add(line.text());
            } else if (mark instanceof Mark.Cut) {
                slips.add(List.copyOf(slip));
                slip.clear();
            }
        }
        return slips;
    }

    @Override
    public void close() {
        try {
            server.close();
            synchronized (this) {
                current.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                synchronized (this) {
                    current = socket;
                }
                serve(socket.getInputStream());
            } catch (IOException e) {
                // The till or the test has closed it.
            }
        }
    }

    private void serve(InputStream in) throws IOException {
        byte[] bytes = new byte[64];
        int taken = 0;
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
            synchronized (this) {
                taken += count;
                if (breaks > 0 && taken > breakAfterBytes) {
                    breaks--;
                    buffer = new byte[0];
                    current.close();
                    return;
                }
                int old = buffer.length;
                buffer = Arrays.copyOf(buffer, old + count);
                System.arraycopy(bytes, 0, buffer, old, count);
                atOnce(old);
                work();
            }
        }
    }

    /** DLE EOT n and DLE DC4 1 m t. Our own commands hold no such sequence, and a picture in these tests neither. */
    private void atOnce(int from) {
        for (int i = Math.max(0, from - 4); i < buffer.length; i++) {
            if (buffer[i] == 0x10 && i + 2 < buffer.length && buffer[i + 1] == 0x04 && i + 2 >= from) {
                answer(status(buffer[i + 2]));
            } else if (buffer[i] == 0x10 && i + 4 < buffer.length && buffer[i + 1] == 0x14 && i + 4 >= from) {
                marks.add(new Mark.Kick(buffer[i + 3] & 1, true));
            }
        }
    }

    private int status(int question) {
        return 0x12
                | switch (question) {
                    case 1 -> stopped() ? 0x08 : 0;
                    case 2 -> (coverOpen ? 0x04 : 0) | (linesOfPaper == 0 ? 0x20 : 0) | (knifeStuck ? 0x40 : 0);
                    case 4 -> linesOfPaper == 0 ? 0x6C : linesOfPaper < 20 ? 0x0C : 0;
                    default -> throw new IllegalStateException("unknown DLE EOT " + question);
                };
    }

    private boolean stopped() {
        return coverOpen || knifeStuck || linesOfPaper == 0;
    }

    private void work() {
        while (!stopped()) {
            int length = reader.next(buffer);
            if (length == 0) {
                return;
            }
            buffer = Arrays.copyOfRange(buffer, length, buffer.length);
        }
    }

    private void print(Mark mark) {
        marks.add(mark);
        if (mark instanceof Mark.Line) {
            linesOfPaper--;
        }
    }

    private void sayDone() {
        if (!neverSaysDone) {
            answer(linesOfPaper < 20 ? 0x03 : 0);
        }
    }

    private void answer(int status) {
        if (mute) {
            return;
        }
        try {
            OutputStream out = current.getOutputStream();
            out.write(status);
            out.flush();
        } catch (IOException e) {
            // Nobody listens any more.
        }
    }
}
