package outpost.store.internal;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import outpost.store.Store.Work;

/** Connections for reading: opened when needed, at most four at a time, whoever comes fifth waits. */
final class ReadPool {
    private static final int CONNECTIONS = 4;

    private final Supplier<Session> opener;
    private final Semaphore free = new Semaphore(CONNECTIONS, true);
    private final Deque<Session> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    ReadPool(Supplier<Session> opener) {
        this.opener = opener;
    }

    <T> T read(Work<T> work) {
        free.acquireUninterruptibly();
        try {
            if (closed) {
                throw new IllegalStateException("the store is closed");
            }
            Session session = idle.pollFirst();
            return read(session != null ? session : opener.get(), work);
        } finally {
            free.release();
        }
    }

    /** Waits for the readers that are at work, then closes the connections; later reads are refused. */
    boolean close(long timeoutMillis) throws InterruptedException {
        closed = true;
        boolean quiet = free.tryAcquire(CONNECTIONS, timeoutMillis, TimeUnit.MILLISECONDS);
        for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            session.close();
        }
        if (quiet) {
            free.release(CONNECTIONS);
        }
        return quiet;
    }

    private <T> T read(Session session, Work<T> work) {
        try {
            return session.read(work);
        } finally {
            if (session.isBroken() || closed) {
                session.close();
            } else {
                idle.addFirst(session);
            }
        }
    }
}
