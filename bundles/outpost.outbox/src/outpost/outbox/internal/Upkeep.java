package outpost.outbox.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.BranchEvents;
import outpost.outbox.EventReader;
import outpost.outbox.Terminal;
import outpost.store.LocalSettings;
import outpost.store.Store;

/**
 * What the outbox does beside the sale, on a thread of its own: it takes over what a damaged file holds, lets readers catch up, and tidies.
 *
 * <p>Readers come as references, and are only fetched on that thread: a reader may need the outbox itself, or bring its tables forward, while it is made.
 */
@Component(
        service = {},
        immediate = true)
public final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final long STOP_LIMIT_SECONDS = 5;
    private static final long TIDY_MINUTES = 10;
    private static final long MEGABYTE = 1024 * 1024;

    private final BundleContext context;
    private final EventLog log;
    private final Shelf shelf;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Upkeep::thread);
    private final Map<ServiceReference<EventReader>, EventReader> readers = new ConcurrentHashMap<>();

    @Activate
    public Upkeep(
            BundleContext context,
            @Reference Store store,
            @Reference LocalSettings settings,
            @Reference EventLog log,
            @Reference Terminal terminal,
            @Reference BranchEvents branch) {
        this.context = context;
        this.log = log;
        shelf = new Shelf(
                store,
                settings.number("outbox.keep.events", 10_000, 1_000, 10_000_000),
                settings.number("outbox.archive.megabytes", 256, 1, 100_000) * MEGABYTE);
        Salvage salvage = new Salvage(store, terminal, branch);
        // A till that does not know yet who it is takes it up once it was enrolled.
        thread.scheduleWithFixedDelay(() -> attempt("read a damaged file", salvage::run), 0, 1, TimeUnit.MINUTES);
        thread.scheduleWithFixedDelay(() -> attempt("tidy", shelf::tidy), 1, TIDY_MINUTES, TimeUnit.MINUTES);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addReader(ServiceReference<EventReader> reference) {
        thread.execute(() -> attempt("let a reader catch up", () -> join(reference)));
    }

    void removeReader(ServiceReference<EventReader> reference) {
        EventReader reader = readers.remove(reference);
        if (reader != null) {
            log.leave(reader);
            context.ungetService(reference);
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        thread.shutdownNow();
        if (!thread.awaitTermination(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("The outbox's upkeep has not ended within {} s", STOP_LIMIT_SECONDS);
        }
        readers.keySet().forEach(this::removeReader);
    }

    private void join(ServiceReference<EventReader> reference) {
        EventReader reader = context.getService(reference);
        if (reader != null) {
            readers.put(reference, reader);
            log.join(reader);
            if (!readers.containsKey(reference)) {
                log.leave(reader);
            }
        }
    }

    /** The thread's last resort: what the disk or a bug does to one task must not end the others. */
    private static void attempt(String what, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("Could not {}", what, e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "outpost-outbox");
        thread.setDaemon(true);
        return thread;
    }
}
