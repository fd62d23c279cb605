package outpost.update.internal.rehearsal;

import java.io.PrintStream;
import java.util.Optional;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Started by the {@link outpost.update.internal.install.Rehearsal rehearsal} in the slot that it asks about. Its last line says what is wrong. */
public final class RehearsalApplication implements IApplication {
    private static final Logger LOG = LoggerFactory.getLogger(RehearsalApplication.class);
    private static final long START_MILLIS = 60_000;
    private static final Integer FAILED = 1;

    private final PrintStream output = System.out;

    @Override
    public Object start(IApplicationContext context) throws InterruptedException {
        BundleContext bundles =
                FrameworkUtil.getBundle(RehearsalApplication.class).getBundleContext();
        Optional<String> unresolved = new Framework(bundles).problem();
        if (unresolved.isPresent()) {
            return failed(unresolved.get());
        }
        ServiceTracker<TestSale, TestSale> tracker = new ServiceTracker<>(bundles, TestSale.class, null);
        tracker.open();
        try {
            TestSale sale = tracker.waitForService(START_MILLIS);
            if (sale == null) {
                return failed("The till's services have not started.");
            }
            sale.make();
            return EXIT_OK;
        } catch (RuntimeException e) {
            // Whatever it is, this till does not sell.
            LOG.error("The test sale failed", e);
            return failed("The test sale failed: " + e);
        } finally {
            tracker.close();
        }
    }

    @Override
    public void stop() {
        // Ends by itself within its caller's limit.
    }

    private Integer failed(String reason) {
        output.println("rehearsal: " + reason);
        return FAILED;
    }
}
