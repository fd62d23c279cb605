package outpost.cloud.internal.nodes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.nodes.Signal.Topic;
import outpost.cloud.internal.store.StorageException;

/** Tells all nodes on one database what has changed: the first signal at once, equal ones that are raised soon after it as one. */
public final class Signals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final long REST_MILLIS = 100;
    private static final long STOP_SECONDS = 10;

    private final Wire wire;
    private final List<Consumer<Signal>> listeners = new CopyOnWriteArrayList<>();
    /** Guards itself and {@link #busy}. */
    private final Set<Signal> waiting = new HashSet<>();

    private boolean busy;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "outpost-signals-out"));

    public Signals(Wire wire) {
        this.wire = wire;
        wire.open(new Wire.Receiver() {
            @Override
            public void received(Signal signal) {
                tell(signal);
            }

            @Override
            public void interrupted() {
                for (Topic topic : Topic.values()) {
                    tell(new Signal(topic, Signal.EVERY_TENANT));
                }
            }
        });
    }

    /** Has a listener told of every signal, of this node and of others. It must not take long: all signals wait for it. */
    public void listen(Consumer<Signal> listener) {
        listeners.add(listener);
    }

    /** Tells all nodes soon; nobody waits. */
    public void raise(Signal signal) {
        synchronized (waiting) {
            waiting.add(signal);
            if (busy || thread.isShutdown()) {
                return;
            }
            busy = true;
        }
        thread.execute(this::send);
    }

    /** After each sending comes a rest, so that many changes do not wake every till for each of them. */
    private void send() {
        Set<Signal> all;
        synchronized (waiting) {
            all = Set.copyOf(waiting);
            waiting.clear();
            busy = !all.isEmpty();
        }
        if (all.isEmpty()) {
            return;
        }
        try {
            wire.send(all);
        } catch (StorageException away) {
            LOG.debug("Other nodes find out by looking", away);
            all.forEach(this::tell);
        } finally {
            if (!thread.isShutdown()) {
                thread.schedule(this::send, REST_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void tell(Signal signal) {
        for (Consumer<Signal> listener : listeners) {
            try {
                listener.accept(signal);
            } catch (StorageException away) {
                LOG.debug("Nobody can be told of {} now", signal, away);
            } catch (RuntimeException fault) {
                // The boundary between listeners: a fault of one must not cost the others their signals, or the thread
                // its life.
                LOG.error("A listener failed at {}", signal, fault);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        wire.close();
    }
}
