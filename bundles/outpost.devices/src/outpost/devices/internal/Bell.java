package outpost.devices.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Wakes the printer's thread, which waits for nothing else: there is something to do, or a drawer to open. */
final class Bell {
    private static final int MAX_RINGS = 16;

    private final BlockingQueue<Optional<Kick>> rings = new LinkedBlockingQueue<>(MAX_RINGS);

    /** Where it has not been heard yet, once more makes no difference. */
    void ring() {
        if (rings.isEmpty()) {
            rings.offer(Optional.empty());
        }
    }

    void ring(Kick kick) {
        if (!rings.offer(Optional.of(kick))) {
            kick.failed(new IOException("the printer has been busy for too long"));
        }
    }

    /** Waits until it rings, for a drawer or for anything else, or until the limit is over. */
    Optional<Kick> await(Duration limit) throws InterruptedException {
        Optional<Kick> ring = rings.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        return ring == null ? Optional.empty() : ring;
    }
}
