package outpost.e2e;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The services of the till that runs within this test's framework. */
final class TillServices {
    private static final long LIMIT_MILLIS = 30_000;

    private TillServices() {}

    static <T> T await(Class<T> service) throws InterruptedException {
        BundleContext context = FrameworkUtil.getBundle(TillServices.class).getBundleContext();
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, service, null);
        tracker.open();
        T found = tracker.waitForService(LIMIT_MILLIS);
        if (found == null) {
            throw new AssertionError("there is no " + service.getName());
        }
        return found;
    }
}
