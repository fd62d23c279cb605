package outpost.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** Simulated time and what is to happen in it, in one order that only the seed decides. */
final class Timeline {
    /** When every simulation begins, by the clocks that are right: ten minutes before the shops' zone goes over to summer time. */
    static final Instant BEGIN = Instant.parse("2026-03-29T00:50:00Z");

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private long nowNanos;
    private long made;

    private record Task(long atNanos, long number, Runnable work) implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            return atNanos != other.atNanos ? Long.compare(atNanos, other.atNanos) : Long.compare(number, other.number);
        }
    }

    long nowNanos() {
        return nowNanos;
    }

    Instant now() {
        return BEGIN.plusNanos(nowNanos);
    }

    void after(Duration delay, Runnable work) {
        tasks.add(new Task(nowNanos + delay.toNanos(), made++, work));
    }

    /** Lets everything happen that is to happen until then. */
    void runFor(Duration time) {
        long end = nowNanos + time.toNanos();
        while (!tasks.isEmpty() && tasks.peek().atNanos() <= end) {
            Task task = tasks.remove();
            nowNanos = task.atNanos();
            task.work().run();
        }
        nowNanos = end;
    }
}
