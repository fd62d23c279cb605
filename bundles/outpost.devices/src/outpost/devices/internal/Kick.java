package outpost.devices.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import outpost.devices.DeviceException;

/** Somebody waits for the drawer to open. Either the printer's thread takes this up, or who waits gives it up; never both. */
final class Kick {
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    /** Answers false if it was given up. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    void done() {
        end.complete(null);
    }

    void failed(IOException trouble) {
        end.completeExceptionally(trouble);
    }

    /** @throws DeviceException if the drawer stays shut */
    void await(Duration limit) {
        try {
            awaitEnd(limit);
        } catch (TimeoutException e) {
            throw new DeviceException("the printer did not take the order to open the drawer in time", e);
        } catch (ExecutionException e) {
            throw new DeviceException(
                    "the drawer cannot be opened: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeviceException("interrupted while waiting for the drawer", e);
        }
    }

    private void awaitEnd(Duration limit) throws TimeoutException, ExecutionException, InterruptedException {
        try {
            end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (take()) {
                throw e;
            }
            // It was taken up at the last moment, and what has begun has a limit of its own.
            end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
