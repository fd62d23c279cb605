import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A line to the cloud on which everything happens that lines do: a connection is refused, cut after some bytes, slow to answer, or narrow; the answer to a push is
 * withheld after the cloud has got the whole push; and for a while nothing gets through at all. What happens to which connection is drawn from a seed.
 */
final class RoughLine implements AutoCloseable {
    private static final byte[] PUSH = "POST /api/v1/sync/push".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listener;
    private final Random random;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong[] counts = new AtomicLong[Fate.values().length];
    private final AtomicLong partitions = new AtomicLong();
    private volatile int cloudPort;
    private volatile boolean parted;

    RoughLine(int cloudPort, long seed) throws IOException {
        this.cloudPort = cloudPort;
        random = new Random(seed);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new AtomicLong();
        }
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Follows a cloud that came back at another port. */
    void leadTo(int port) {
        cloudPort = port;
    }

    /** Cuts all that is connected, and lets nothing through until it is called with false. */
    void part(boolean off) {
        parted = off;
        if (off) {
            partitions.incrementAndGet();
            open.forEach(RoughLine::closeQuietly);
        }
    }

    String told() {
        StringBuilder told = new StringBuilder();
        for (Fate fate : Fate.values()) {
            told.append(fate.name().toLowerCase().replace('_', ' ')).append(' ').append(counts[fate.ordinal()]).append(", ");
        }
        return told + "partitions " + partitions;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        open.forEach(RoughLine::closeQuietly);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket till = listener.accept();
                Fate fate = parted ? Fate.REFUSED : fate();
                counts[fate.ordinal()].incrementAndGet();
                daemon(() -> carry(till, fate));
            } catch (IOException e) {
                return;
            }
        }
    }

    private synchronized Fate fate() {
        int drawn = random.nextInt(100);
        for (Fate fate : Fate.values()) {
            drawn -= fate.percent;
            if (drawn < 0) {
                return fate;
            }
        }
        return Fate.GOOD;
    }

    private void carry(Socket till, Fate fate) {
        if (fate == Fate.REFUSED) {
            closeQuietly(till);
            return;
        }
        open.add(till);
        try (till;
                Socket cloud = new Socket(InetAddress.getLoopbackAddress(), cloudPort)) {
            open.add(cloud);
            Passage passage = new Passage(fate);
            daemon(() -> copy(till, cloud, passage, true));
            copy(cloud, till, passage, false);
            open.remove(cloud);
        } catch (IOException e) {
            // The cloud is away, or the line was cut: the till sees a closed connection.
        } finally {
            open.remove(till);
        }
    }

    private static void copy(Socket from, Socket to, Passage passage, boolean request) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16 * 1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (!(request ? passage.requested(buffer, n) : passage.answered(n))) {
                    break;
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException e) {
            // As above.
        }
        closeQuietly(from);
        closeQuietly(to);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed as far as it can be.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    /** What becomes of a connection; the rest is good. */
    private enum Fate {
        REFUSED(8),
        CUT_AMID_REQUESTS(8),
        CUT_AMID_ANSWERS(8),
        ANSWER_WITHHELD(15),
        SLOW(10),
        NARROW(8),
        GOOD(0);

        private final int percent;

        Fate(int percent) {
            this.percent = percent;
        }
    }

    /** One connection on its way. */
    private static final class Passage {
        private final Fate fate;
        private long asked;
        private long answered;
        private volatile boolean pushed;

        Passage(Fate fate) {
            this.fate = fate;
        }

        /** @return whether these bytes go on */
        boolean requested(byte[] bytes, int length) {
            asked += length;
            pushed |= length >= PUSH.length && Arrays.equals(bytes, 0, PUSH.length, PUSH, 0, PUSH.length);
            delay(length);
            return fate != Fate.CUT_AMID_REQUESTS || asked < 6_000;
        }

        boolean answered(int length) {
            answered += length;
            delay(length);
            if (fate == Fate.ANSWER_WITHHELD && pushed) {
                return false;
            }
            return fate != Fate.CUT_AMID_ANSWERS || answered < 3_000;
        }

        private void delay(int length) {
            if (fate == Fate.SLOW) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(400));
            } else if (fate == Fate.NARROW) {
                // 64 KiB a second.
                LockSupport.parkNanos(length * 15_000L);
            }
        }
    }
}
