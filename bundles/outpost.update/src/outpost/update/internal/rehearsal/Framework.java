package outpost.update.internal.rehearsal;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.wiring.BundleRevision;

/** Whether every bundle of this till has found what it needs, and ours have started. */
public final class Framework {
    private static final String OURS = "outpost.";

    private final BundleContext bundles;

    public Framework(BundleContext bundles) {
        this.bundles = bundles;
    }

    /** A sentence that names what has not; empty if all is well. */
    public Optional<String> problem() {
        String unresolved = Arrays.stream(bundles.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED || !isUp(bundle))
                .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion())
                .collect(Collectors.joining(", "));
        return unresolved.isEmpty() ? Optional.empty() : Optional.of("These bundles do not start: " + unresolved + ".");
    }

    /** A lazy bundle waits in the state STARTING for the first use of a class. */
    private static boolean isUp(Bundle bundle) {
        boolean started = bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING;
        return started || isFragment(bundle) || !bundle.getSymbolicName().startsWith(OURS);
    }

    private static boolean isFragment(Bundle bundle) {
        return Optional.ofNullable(bundle.adapt(BundleRevision.class))
                .filter(revision -> !revision.getDeclaredRequirements(HostNamespace.HOST_NAMESPACE)
                        .isEmpty())
                .isPresent();
    }
}
