package outpost.cloud.internal.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import outpost.cloud.internal.RefusedException;
import outpost.protocol.ErrorCode;

/** Lets so many requests work at once; the others wait a little, and are then asked to come again. */
final class Admission {
    private final Semaphore places;
    private final Duration patience;

    Admission(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    /** @throws RefusedException if no place gets free in time; then nothing was done */
    <T> T admit(Supplier<T> work) {
        if (!placeFound()) {
            throw new RefusedException(429, ErrorCode.POS_SYNC_RATE_LIMITED, "The cloud is busy; send it again later");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean placeFound() {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
