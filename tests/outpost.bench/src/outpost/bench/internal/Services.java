package outpost.bench.internal;

import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The till's own services. */
public final class Services {
    private static final long START_MILLIS = 60_000;

    private Services() {}

    /** Waits until the till has started so far. */
    public static <T> T await(Class<T> type) throws InterruptedException {
        BundleContext bundles = FrameworkUtil.getBundle(Services.class).getBundleContext();
        ServiceTracker<T, T> tracker = new ServiceTracker<>(bundles, type, null);
        tracker.open();
        try {
            return Optional.ofNullable(tracker.waitForService(START_MILLIS))
                    .orElseThrow(() ->
                            new IllegalStateException("there is no " + type.getName() + "; the till's log says why"));
        } finally {
            tracker.close();
        }
    }
}
