package outpost.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line to the cloud that is cut at the worst moment: a push has reached the cloud, the cloud has committed and answers, and the answer never arrives.
 */
final class CuttingProxy implements AutoCloseable {
    private static final byte[] PUSH = "POST /api/v1/sync/push".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listener;
    private final int cutEvery;
    private final AtomicInteger pushes = new AtomicInteger();
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile int cloudPort;

    /**
     * @param cutEvery each so-many-th push loses its answer
     */
    CuttingProxy(int cloudPort, int cutEvery) throws IOException {
        this.cloudPort = cloudPort;
        this.cutEvery = cutEvery;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon("proxy", this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Follows a cloud that came back at another port. */
    void leadTo(int port) {
        cloudPort = port;
    }

    /** How many answers were withheld. */
    int cuts() {
        return cuts.get();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket till = listener.accept();
                daemon("line", () -> connect(till));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void connect(Socket till) {
        try (till;
                Socket cloud = new Socket(InetAddress.getLoopbackAddress(), cloudPort)) {
            AtomicBoolean withholdAnswer = new AtomicBoolean();
            Thread requests = daemon("requests", () -> forwardRequests(till, cloud, withholdAnswer));
            forwardAnswers(cloud, till, withholdAnswer);
            requests.interrupt();
        } catch (IOException e) {
            // The cloud is away or the line was cut: the till sees a closed connection, which is the point of this
            // proxy.
        }
    }

    private void forwardRequests(Socket till, Socket cloud, AtomicBoolean withholdAnswer) {
        try {
            InputStream in = till.getInputStream();
            OutputStream out = cloud.getOutputStream();
            byte[] buffer = new byte[64 * 1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (startsWithPush(buffer, n) && pushes.incrementAndGet() % cutEvery == 0) {
                    withholdAnswer.set(true);
                }
                out.write(buffer, 0, n);
                out.flush();
            }
            cloud.shutdownOutput();
        } catch (IOException e) {
            closeQuietly(cloud);
        }
    }

    private void forwardAnswers(Socket cloud, Socket till, AtomicBoolean withholdAnswer) throws IOException {
        InputStream in = cloud.getInputStream();
        OutputStream out = till.getOutputStream();
        byte[] buffer = new byte[64 * 1024];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (withholdAnswer.get()) {
                cuts.incrementAndGet();
                return;
            }
            out.write(buffer, 0, n);
            out.flush();
        }
    }

    private static boolean startsWithPush(byte[] buffer, int length) {
        return length >= PUSH.length && java.util.Arrays.equals(buffer, 0, PUSH.length, PUSH, 0, PUSH.length);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed as far as it can be.
        }
    }

    private static Thread daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
