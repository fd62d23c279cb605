package outpost.cloud.internal.sync;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what an older version left unread, in the background after a start. */
public final class RereadingThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RereadingThread.class);
    private static final long STOP_MILLIS = 10_000;

    private final Thread thread;
    private volatile boolean closed;

    public RereadingThread(Rereading rereading) {
        thread = new Thread(() -> run(rereading), "outpost-rereading");
        thread.start();
    }

    private void run(Rereading rereading) {
        try {
            boolean more = true;
            while (more && !closed) {
                more = rereading.page();
            }
        } catch (RuntimeException fault) {
            // The boundary of the thread. Nothing is lost: what is unread stays so until the next start.
            LOG.error("Reading what an older version could not read failed; the next start tries again", fault);
        }
    }

    /** Waits for the page that is being read. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
