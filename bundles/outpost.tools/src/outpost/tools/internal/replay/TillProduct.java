package outpost.tools.internal.replay;

import java.nio.file.Path;
import java.util.List;
import outpost.tools.internal.Installation;

/** The installed till, as something that can run many times at once: the bundles are shared, everything else is each till's own. */
final class TillProduct {
    private static final String HEAP = "-Xmx192m";

    private final Path java;
    private final Path product;
    private final Path launcher;

    TillProduct(Installation installation) {
        this.java = installation.java();
        this.product = installation.till();
        this.launcher = installation.launcher();
    }

    /** What starts a till without a screen; the replay's own options come behind it. */
    List<String> headless(TillFolder folder, boolean offline) {
        return List.of(
                java.toString(),
                HEAP,
                // Four tills share a machine that has fewer cores: quick to start and few threads beats fast in the
                // long run.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=" + product.resolve("logback.xml"),
                "-Doutpost.data=" + folder.data(),
                "-Doutpost.sync.start=" + (offline ? "manual" : "auto"),
                // They share one disk: copies of each other's events would be work that protects nothing.
                "-Doutpost.lanes.listen=off",
                "-jar",
                launcher.toString(),
                "-nosplash",
                "-application",
                "outpost.replay.till",
                "-configuration",
                folder.configuration().toString(),
                "-data",
                "@noDefault");
    }
}
