package outpost.update.internal.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.outbox.Identity;
import outpost.outbox.Terminal;
import outpost.store.Store;
import outpost.update.Checkup;
import outpost.update.NetworkFinding;
import outpost.update.internal.UpdateException;
import outpost.update.internal.service.DatabaseCheck;
import outpost.update.internal.service.LogExport;
import outpost.update.internal.service.Machine;
import outpost.update.internal.service.NetworkCheck;
import outpost.update.internal.trust.Address;

/** Looks at the till that is running. */
@Component
public final class TillCheckup implements Checkup {
    private final BundleContext bundles;
    private final Store store;
    private final Terminal terminal;
    private final OwnHome home;
    private final NetworkCheck network = new NetworkCheck(Clock.systemUTC(), Machine::hasNetwork);

    @Activate
    public TillCheckup(
            BundleContext bundles, @Reference Store store, @Reference Terminal terminal, @Reference OwnHome home) {
        this.bundles = bundles;
        this.store = store;
        this.terminal = terminal;
        this.home = home;
    }

    @Override
    public List<String> database() {
        return DatabaseCheck.of(store.directory());
    }

    @Override
    public NetworkFinding network() {
        Optional<Identity> identity = terminal.identity();
        if (identity.isEmpty()) {
            return new NetworkFinding("", Optional.of(NetworkFinding.Trouble.NO_ADDRESS), "");
        }
        Address cloud = new Address(identity.get().cloud(), identity.get().pin());
        try {
            return network.of(cloud);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NetworkFinding(
                    cloud.root().toString(), Optional.of(NetworkFinding.Trouble.NO_ANSWER), "interrupted");
        }
    }

    @Override
    public int export(Path zip) {
        List<Path> others =
                home.updater().map(updater -> List.of(updater.home().state())).orElse(List.of());
        try {
            return new LogExport(store.directory()).to(zip, others, Map.of("about.txt", about()));
        } catch (UpdateException e) {
            throw new UncheckedIOException(e.getMessage(), new IOException(e));
        }
    }

    /** What whoever helps asks first. */
    private String about() {
        String program = Arrays.stream(bundles.getBundles())
                .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion()
                        + (isHere(bundle) ? "" : " NOT STARTED, state " + bundle.getState()))
                .sorted()
                .collect(Collectors.joining("\n"));
        return "terminal "
                + terminal.identity()
                        .map(known -> known.enrolment().terminalId().value())
                        .orElse("none")
                + "\nrelease " + home.release().orElse("as first installed")
                + "\njava " + System.getProperty("java.runtime.version") + " of " + System.getProperty("java.vendor")
                + "\nsystem " + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + "\nfree bytes "
                + store.directory().toFile().getUsableSpace() + "\n\n" + program + "\n";
    }

    /** A fragment is never started, and a bundle that waits for its first class needs not be. */
    private static boolean isHere(Bundle bundle) {
        boolean fragment = bundle.getHeaders().get("Fragment-Host") != null;
        return fragment || bundle.getState() == Bundle.ACTIVE || bundle.getState() == Bundle.STARTING;
    }
}
