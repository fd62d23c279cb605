package outpost.replay.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import outpost.outbox.Outbox;
import outpost.outbox.OutboxCounts;
import outpost.outbox.OutboxEntry;
import outpost.protocol.SyncStatus;
import outpost.protocol.Synchroniser;

/** Waits for what the sync worker does, and never longer than the given patience without seeing any progress. */
final class Delivery {
    private static final long GLANCE_MILLIS = 200;

    private final Outbox outbox;
    private final Synchroniser synchroniser;
    private final Report report;
    private final LongSupplier nanoTime;
    private final Duration patience;

    Delivery(TillServices till, Report report, LongSupplier nanoTime, Duration patience) {
        this.outbox = till.outbox();
        this.synchroniser = till.synchroniser();
        this.report = report;
        this.nanoTime = nanoTime;
        this.patience = patience;
    }

    /** Until the catalog is here, or the first attempt has shown that there is no line: a till opens either way. */
    void awaitFirstCycle() throws InterruptedException {
        SyncStatus seen = synchroniser.status();
        long since = nanoTime.getAsLong();
        while (!hasEnded(seen)) {
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            SyncStatus now = synchroniser.status();
            since = now.equals(seen) ? since : nanoTime.getAsLong();
            seen = now;
            giveUpAfter(since, "the first sync has not ended");
        }
    }

    /**
     * Until the cloud has every event.
     *
     * @throws ReplayException if the cloud refused some, or nothing has moved for too long
     */
    void awaitEmptyOutbox() throws InterruptedException {
        Semaphore changed = new Semaphore(0);
        try (Outbox.Subscription subscription = outbox.onChange(changed::release)) {
            OutboxCounts seen = outbox.counts();
            report.sending(seen.waiting());
            long since = nanoTime.getAsLong();
            while (seen.waiting() > 0) {
                changed.tryAcquire(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                changed.drainPermits();
                OutboxCounts now = outbox.counts();
                if (!now.equals(seen)) {
                    report.sending(now.waiting());
                    since = nanoTime.getAsLong();
                    seen = now;
                }
                giveUpAfter(since, seen.waiting() + " events wait");
            }
            if (seen.parked() > 0) {
                throw new ReplayException("the cloud refused " + seen.parked()
                        + " events, which are parked at this till; the first one: " + firstRefusal());
            }
        }
    }

    private String firstRefusal() {
        return outbox.entries(List.of(OutboxEntry.State.PARKED), 1).stream()
                .map(entry -> entry.code().orElse("") + " " + entry.reason().orElse(""))
                .collect(Collectors.joining());
    }

    private static boolean hasEnded(SyncStatus status) {
        return status.lastSuccess().isPresent()
                || status.line() == SyncStatus.Line.OFFLINE
                || status.line() == SyncStatus.Line.REFUSED;
    }

    private void giveUpAfter(long since, String what) {
        if (nanoTime.getAsLong() - since > patience.toNanos()) {
            throw new ReplayException(what + " and nothing has moved for " + patience.toSeconds() + " s"
                    + synchroniser
                            .status()
                            .problem()
                            .map(problem -> ": " + problem)
                            .orElse(""));
        }
    }
}
