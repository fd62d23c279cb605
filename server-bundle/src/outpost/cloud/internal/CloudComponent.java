package outpost.cloud.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.service.environment.EnvironmentInfo;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the cloud while the bundle is active, in a process that was told a data directory. */
@Component(
        immediate = true,
        service = {})
public final class CloudComponent {
    private static final Logger LOG = LoggerFactory.getLogger(CloudComponent.class);
    private static final long STOP_TIMEOUT_MILLIS = 60_000;

    private final Optional<CloudServer> server;

    @Activate
    public CloudComponent(BundleContext context, @Reference EnvironmentInfo process) {
        Framework framework = context.getBundle(0).adapt(Framework.class);
        server = start(context, List.of(process.getNonFrameworkArgs()));
        // Equinox leaves its bundles running when the process is told to end.
        server.ifPresent(
                cloud -> Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(framework), "stop the cloud")));
    }

    @Deactivate
    public void stop() {
        server.ifPresent(CloudComponent::close);
    }

    private static void close(CloudServer cloud) {
        try {
            cloud.close();
            LOG.info("The cloud has stopped");
        } catch (RuntimeException failure) {
            // Declarative services would tell this to nobody.
            LOG.error("The cloud did not stop cleanly", failure);
        }
    }

    private static Optional<CloudServer> start(BundleContext context, List<String> arguments) {
        try {
            Optional<CloudServer> started = Settings.read(arguments, context::getProperty, System.getenv())
                    .map(settings -> new CloudServer(settings, Clock.systemUTC(), new SecureRandom()));
            started.ifPresent(CloudComponent::announce);
            return started;
        } catch (RuntimeException | LinkageError failure) {
            // The outermost boundary: nobody above would tell the operator, and a process without its cloud is of no
            // use.
            LOG.error("The cloud cannot start", failure);
            new Thread(() -> System.exit(1), "exit").start();
            return Optional.empty();
        }
    }

    private static void announce(CloudServer cloud) {
        LOG.info("The cloud serves {}", cloud.url());
        // Standard output holds this line and nothing else: whoever started the process waits for it.
        System.out.println("ready " + cloud.address());
    }

    private static void stop(Framework framework) {
        try {
            framework.stop();
            framework.waitForStop(STOP_TIMEOUT_MILLIS);
        } catch (BundleException failure) {
            LOG.warn("The framework did not stop cleanly", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
