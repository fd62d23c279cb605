package outpost.sales.internal.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.store.Store;
import outpost.store.StoreException;
import outpost.store.Transaction;

/**
 * Stores the open ticket in the background, in the order of its changes; those that come while the disk is busy are stored together. What could not be stored
 * is tried again, and stays first in the order.
 */
final class TicketKeeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TicketKeeper.class);
    private static final long RETRY_MILLIS = 1_000;
    private static final long CLOSE_MILLIS = 5_000;

    private final Store store;
    private final Thread thread;
    private final List<Consumer<Transaction>> acts = new ArrayList<>();
    private Optional<Draft> newest = Optional.empty();
    private boolean storing;
    private boolean closed;
    private Optional<StoreException> failure = Optional.empty();

    TicketKeeper(Store store) {
        this.store = store;
        this.thread = new Thread(this::run, "outpost-sales-ticket");
        thread.setDaemon(true);
        thread.start();
    }

    /** Has the ticket stored, and what belongs to its last change done in the same transaction. */
    synchronized void keep(Draft draft, List<Consumer<Transaction>> alsoDo) {
        newest = Optional.of(draft);
        acts.addAll(alsoDo);
        notifyAll();
    }

    /**
     * Waits until all that was given is durable.
     *
     * @throws StoreException if the last attempt failed
     */
    synchronized void flush() {
        failure = Optional.empty();
        notifyAll();
        boolean interrupted = false;
        while ((storing || newest.isPresent()) && failure.isEmpty() && thread.isAlive()) {
            try {
                wait(RETRY_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        failure.ifPresent(cause -> {
            throw new StoreException("the ticket could not be stored", cause);
        });
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        for (Optional<Batch> next = take(); next.isPresent(); next = take()) {
            store(next.get());
        }
    }

    /** The next to store; empty when closed and everything is stored. */
    private synchronized Optional<Batch> take() {
        try {
            if (failure.isPresent() && !closed) {
                wait(RETRY_MILLIS);
            }
            while (newest.isEmpty() && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            return Optional.empty();
        }
        if (newest.isEmpty() || (closed && failure.isPresent())) {
            return Optional.empty();
        }
        Batch batch = new Batch(newest.get(), List.copyOf(acts));
        newest = Optional.empty();
        acts.clear();
        storing = true;
        return Optional.of(batch);
    }

    private void store(Batch batch) {
        try {
            store.write(transaction -> {
                batch.acts().forEach(act -> act.accept(transaction));
                TicketRows.putOpen(transaction, batch.draft());
                return batch;
            });
            stored();
        } catch (StoreException e) {
            log.warn("The open ticket could not be stored and will be tried again: {}", e.getMessage());
            failed(batch, e);
        } catch (RuntimeException e) {
            // Whatever went wrong, the thread must live on: without it nothing would be kept any more.
            log.error("The open ticket could not be stored and will be tried again", e);
            failed(batch, new StoreException("the ticket could not be stored", e));
        }
    }

    private synchronized void stored() {
        storing = false;
        failure = Optional.empty();
        notifyAll();
    }

    private synchronized void failed(Batch batch, StoreException cause) {
        storing = false;
        failure = Optional.of(cause);
        acts.addAll(0, batch.acts());
        newest = newest.or(() -> Optional.of(batch.draft()));
        notifyAll();
    }

    private record Batch(Draft draft, List<Consumer<Transaction>> acts) {}
}
