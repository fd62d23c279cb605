package outpost.devices.internal;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that talks to the customer display. Only the newest content counts; a display that was away shows it when it is back. */
final class DisplayLoop implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(DisplayLoop.class);

    private final Address address;
    private final Patience patience;
    private final BlockingQueue<byte[]> newest = new LinkedBlockingQueue<>(1);
    private boolean away;

    DisplayLoop(Address address, Patience patience) {
        this.address = address;
        this.patience = patience;
    }

    /** Takes the place of what was not shown yet. */
    void show(byte[] content) {
        while (!newest.offer(content)) {
            newest.poll();
        }
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                converse(newest.take());
            }
        } catch (InterruptedException e) {
            LOG.debug("The customer display ends", e);
        }
    }

    /** Shows this and all that follows, on one connection for as long as it holds. */
    private void converse(byte[] first) throws InterruptedException {
        byte[] content = first;
        while (true) {
            try (Connection connection = address.open()) {
                seen(false, "");
                while (true) {
                    connection.write(content, patience.silence());
                    content = newest.take();
                }
            } catch (IOException | RuntimeException e) {
                // The thread's last resort, too: whatever a driver does to this attempt, the next one gets its chance.
                seen(true, e.toString());
                byte[] newer = newest.poll(patience.pause().toMillis(), TimeUnit.MILLISECONDS);
                content = newer == null ? content : newer;
            }
        }
    }

    private void seen(boolean isAway, String why) {
        if (isAway != away) {
            LOG.info("Customer display: {} {}", isAway ? "away," : "there", why);
        }
        away = isAway;
    }
}
