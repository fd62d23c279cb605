package outpost.update.internal.running;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.Identity;
import outpost.outbox.Terminal;
import outpost.sales.Shifts;
import outpost.store.LocalSettings;
import outpost.store.StoreException;
import outpost.update.Installed.Setback;
import outpost.update.internal.UpdateException;
import outpost.update.internal.Updater;
import outpost.update.internal.trust.Address;
import outpost.update.internal.trust.Offer;
import outpost.update.internal.trust.Source;

/**
 * Looks now and then whether the branch's ring got a newer release, and installs it beside what runs while no shift is open, or when the open one ends; the
 * next start tries it. One
 * thread of low priority, which nothing waits for.
 */
@Component(
        immediate = true,
        service = {})
public final class UpdateWatch {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateWatch.class);
    private static final String OFF = "off";
    private static final String CHECK = "check";
    private static final long FIRST_SECONDS = 60;
    private static final long MINUTES = 15;
    private static final long MOST_MINUTES = 24 * 60;
    private static final long SHIFT_SECONDS = 10;
    /** A line may have been cut in the middle; what fails more often than that waits for the next start. */
    private static final int TRIES = 3;

    private final OwnHome home;
    private final Terminal terminal;
    private final Shifts shifts;
    private final LocalSettings settings;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(UpdateWatch::thread);
    /** The release that failed, and how often; only the thread touches them. */
    private long failed;

    private int failures;
    /** There is a release that waits for the shift's end. */
    private boolean postponed;

    @Activate
    public UpdateWatch(
            @Reference OwnHome home,
            @Reference Terminal terminal,
            @Reference Shifts shifts,
            @Reference LocalSettings settings) {
        this.home = home;
        this.terminal = terminal;
        this.shifts = shifts;
        this.settings = settings;
        if (home.updater().isPresent() && !mode().equals(OFF)) {
            long seconds = TimeUnit.MINUTES.toSeconds(settings.number("update.minutes", MINUTES, 1, MOST_MINUTES));
            thread.scheduleWithFixedDelay(this::look, FIRST_SECONDS, seconds, TimeUnit.SECONDS);
            thread.scheduleWithFixedDelay(this::lookAtShift, SHIFT_SECONDS, SHIFT_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    private void look() {
        try {
            Updater updater = home.updater().orElseThrow();
            Optional<String> channel = terminal.identity().map(UpdateWatch::channel);
            if (channel.isPresent()) {
                if (!updater.home().note(Updater.CHANNEL).equals(channel)) {
                    updater.home().keep(Updater.CHANNEL, channel.get());
                }
                take(updater, channel.get());
            }
        } catch (UpdateException | StoreException e) {
            LOG.warn("No update: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // A scheduled task that throws never runs again.
            LOG.error("Looking for an update failed", e);
        }
    }

    private void lookAtShift() {
        try {
            if (postponed && shifts.current().isEmpty()) {
                look();
            }
        } catch (StoreException e) {
            LOG.warn("Whether a shift is open cannot be told: {}", e.getMessage());
        }
    }

    private void take(Updater updater, String channel) throws InterruptedException {
        Optional<Offer> offer = updater.offer(Source.of(channel))
                .filter(found -> updater.isNews(found.release()) && !updater.wasLeft(found.release()));
        boolean wanted = offer.isPresent()
                && !updater.isPinned()
                && !updater.home().pointer().isOnTrial()
                && !mode().equals(CHECK);
        boolean due = wanted && mayTry(offer.get().release().number());
        postponed = due && shifts.current().isPresent();
        if (due && !postponed) {
            try {
                updater.apply(offer.get());
                home.forgetSetback();
                LOG.info(
                        "{} is installed; the next start tries it",
                        offer.get().release().title());
            } catch (UpdateException e) {
                failures++;
                home.remember(new Setback(offer.get().release().title(), e.refusal()));
                throw e;
            }
        }
    }

    private boolean mayTry(long number) {
        if (number != failed) {
            failed = number;
            failures = 0;
        }
        return failures < TRIES;
    }

    private String mode() {
        return settings.text("update").orElse("apply");
    }

    /** The cloud knows which ring the branch is in. */
    static String channel(Identity identity) {
        URI root = URI.create(identity.cloud().toString().replaceAll("/+$", "") + "/updates/branch/"
                + identity.enrolment().tenantId() + "/" + identity.enrolment().branchId() + "/");
        return new Address(root, identity.pin()).text();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "outpost-update");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
