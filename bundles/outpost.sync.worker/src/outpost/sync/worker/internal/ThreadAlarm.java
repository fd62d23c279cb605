package outpost.sync.worker.internal;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** An {@link Alarm} by a lock and the machine's time. */
final class ThreadAlarm implements Alarm {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean requested;
    private boolean nudged;

    @Override
    public void request() {
        lock.lock();
        try {
            requested = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void nudge() {
        lock.lock();
        try {
            nudged = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void forgetNudges() {
        lock.lock();
        try {
            nudged = false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void awaitRequest() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!requested) {
                changed.await();
            }
            requested = false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void pause(Duration time, boolean heedNudges) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = time.toNanos();
            while (!requested && !(heedNudges && nudged) && left > 0) {
                left = changed.awaitNanos(left);
            }
            requested = false;
        } finally {
            lock.unlock();
        }
    }
}
