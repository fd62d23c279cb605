package outpost.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * A simulated program's thread. It is a real thread, so that real code that waits runs unchanged; but it runs only while the timeline's thread hands it
 * the turn, and hands it back when it waits. So only one of all runs at any moment, and the order is the timeline's.
 */
final class Fiber {
    private final Timeline timeline;
    private final Thread thread;
    private final Semaphore turn = new Semaphore(0);
    private final Semaphore back = new Semaphore(0);
    private Optional<Throwable> failure = Optional.empty();
    private boolean killed;
    private boolean ended;
    /** Counts the waits, so that what was to end an earlier one does not end a later one. */
    private long wait;

    private Fiber(Timeline timeline, String name, Runnable program) {
        this.timeline = timeline;
        thread = new Thread(() -> run(program), name);
        thread.setDaemon(true);
    }

    /** Starts a program now. */
    static Fiber start(Timeline timeline, String name, Runnable program) {
        Fiber fiber = new Fiber(timeline, name, program);
        fiber.thread.start();
        timeline.after(Duration.ZERO, () -> fiber.resume(0));
        return fiber;
    }

    /** Called by the program: waits for that long, or until it is woken; says how long it was. */
    Duration sleep(Duration time) {
        long before = timeline.nowNanos();
        long mine = ++wait;
        timeline.after(time, () -> resume(mine));
        back.release();
        turn.acquireUninterruptibly();
        requireLife();
        return Duration.ofNanos(timeline.nowNanos() - before);
    }

    /** Ends the wait that the program is in, if it is in one. */
    void wake() {
        long current = wait;
        timeline.after(Duration.ZERO, () -> resume(current));
    }

    /** Ends the program where it stands. */
    void kill() {
        killed = true;
        if (Thread.currentThread() != thread && !ended) {
            handOver();
        }
    }

    void requireLife() {
        if (killed) {
            throw new PowerCut();
        }
    }

    private void resume(long which) {
        if (!ended && which == wait) {
            handOver();
        }
    }

    private void handOver() {
        turn.release();
        back.acquireUninterruptibly();
        if (failure.isPresent()) {
            throw new IllegalStateException(thread.getName() + " failed", failure.get());
        }
    }

    private void run(Runnable program) {
        turn.acquireUninterruptibly();
        try {
            requireLife();
            program.run();
        } catch (PowerCut expected) {
            // That is how a killed program ends.
        } catch (Throwable unexpected) {
            failure = Optional.of(unexpected);
        } finally {
            ended = true;
            back.release();
        }
    }
}
