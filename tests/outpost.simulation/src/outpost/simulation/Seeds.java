package outpost.simulation;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Runs a range of seeds, some at once, each by itself; hands the results out in the seeds' order. */
final class Seeds {
    private final long last;
    private final Set<Fault> faults;
    private final int threads;
    private final byte[] newDisk = Simulation.newDisk();
    private final AtomicLong next;
    private final ConcurrentHashMap<Long, Simulation.Result> done = new ConcurrentHashMap<>();
    private long shown;
    private boolean enough;
    private Optional<Throwable> failure = Optional.empty();

    Seeds(long first, long last, Set<Fault> faults, int threads) {
        this.last = last;
        this.faults = faults;
        this.threads = (int) Math.min(threads, last - first + 1);
        next = new AtomicLong(first);
        shown = first;
    }

    /** @param show takes a result, and says whether to go on */
    void run(Predicate<Simulation.Result> show) throws InterruptedException {
        Thread[] workers = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            workers[i] = new Thread(() -> work(show), "seeds-" + i);
            workers[i].start();
        }
        for (Thread worker : workers) {
            worker.join();
        }
        if (failure.isPresent()) {
            throw new IllegalStateException("the simulation itself failed", failure.get());
        }
    }

    private void work(Predicate<Simulation.Result> show) {
        try (Simulation simulation = new Simulation(newDisk)) {
            for (long seed = next.getAndIncrement(); seed <= last && !isEnough(); seed = next.getAndIncrement()) {
                done.put(seed, simulation.run(seed, faults));
                show(show);
            }
        } catch (RuntimeException | Error broken) {
            end(broken);
        }
    }

    private synchronized void end(Throwable broken) {
        failure = failure.or(() -> Optional.of(broken));
        enough = true;
    }

    private synchronized boolean isEnough() {
        return enough;
    }

    private synchronized void show(Predicate<Simulation.Result> show) {
        for (Simulation.Result result = done.remove(shown); result != null && !enough; result = done.remove(shown)) {
            shown++;
            enough = !show.test(result);
        }
    }
}
