package outpost.replay.internal;

import java.io.PrintStream;
import java.util.function.Function;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.EnrolmentLink;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The entry point that Equinox calls: turns arguments into a run, and its outcome into the process's exit code. */
public final class ReplayApplication implements IApplication {
    private static final long SERVICES_MILLIS = 60_000;

    private static final Logger LOG = LoggerFactory.getLogger(ReplayApplication.class);

    private final PrintStream output = System.out;
    private volatile Thread runner;

    @Override
    public Object start(IApplicationContext context) throws InterruptedException {
        runner = Thread.currentThread();
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        BundleContext bundles = FrameworkUtil.getBundle(ReplayApplication.class).getBundleContext();
        ServiceTracker<TillServices, TillServices> tracker = new ServiceTracker<>(bundles, TillServices.class, null);
        tracker.open();
        try {
            return commandLine(tracker).execute(arguments);
        } finally {
            tracker.close();
        }
    }

    @Override
    public void stop() {
        Thread running = runner;
        if (running != null) {
            running.interrupt();
        }
    }

    private CommandLine commandLine(ServiceTracker<TillServices, TillServices> tracker) {
        Report report = new Report(output);
        return new CommandLine(new ReplayCommand(() -> await(tracker), report, System::nanoTime))
                .registerConverter(Share.class, reading(Share::parse))
                .registerConverter(EnrolmentLink.class, reading(EnrolmentLink::parse))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    LOG.error("The replay has failed", failure);
                    report.failed(failure.toString());
                    return 1;
                });
    }

    private static <T> ITypeConverter<T> reading(Function<String, T> parse) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    private static TillServices await(ServiceTracker<TillServices, TillServices> tracker) throws InterruptedException {
        TillServices till = tracker.waitForService(SERVICES_MILLIS);
        if (till == null) {
            throw new ReplayException(
                    "this till's services have not started within " + SERVICES_MILLIS / 1000 + " s; its log says why");
        }
        return till;
    }
}
