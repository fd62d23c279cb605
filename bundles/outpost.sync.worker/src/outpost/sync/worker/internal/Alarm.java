package outpost.sync.worker.internal;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets the worker's one thread wait, and any thread wake it. What came while it was not waiting is not lost. */
final class Alarm {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean requested;
    private boolean nudged;

    /** A person asks: ends any pause. */
    void request() {
        lock.lock();
        try {
            requested = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Something waits to be sent: ends only a pause that heeds it. */
    void nudge() {
        lock.lock();
        try {
            nudged = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets nudges so far: to be called before looking at what waits. */
    void forgetNudges() {
        lock.lock();
        try {
            nudged = false;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until somebody {@linkplain #request() asks}. */
    void awaitRequest() throws InterruptedException {
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

    /** Waits until the time is over or somebody asks; a nudge ends it too, if it heeds nudges. */
    void pause(Duration time, boolean heedNudges) throws InterruptedException {
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
