package outpost.tools.internal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import outpost.tools.internal.Installation;
import outpost.tools.internal.screen.Screen;

/** From a process's start to the till's first window, beside a process that opens an empty one. */
final class StartBench {
    private static final int RUNS = 5;
    private static final String WINDOW = "org.eclipse.e4.ui.workbench.swt.E4Application";

    private final Installation installation;
    private final Screen screen;
    private final BenchFolder folder;

    StartBench(Installation installation, Screen screen) {
        this.installation = installation;
        this.screen = screen;
        this.folder = BenchFolder.make(installation, "start");
    }

    void measure(Consumer<Reading> readings) throws InterruptedException {
        for (int run = 1; run <= RUNS; run++) {
            screen.say("A till starts for the first time, and again (" + run + " of " + RUNS + ") …");
            TillProcess till = new TillProcess(installation, folder.path().resolve("till-" + run));
            // As the product's start script does: the first run leaves its classes to the next.
            String classes = till.folder().resolve("classes.jsa").toString();
            start(till, "startup-fresh", List.of("-XX:ArchiveClassesAtExit=" + classes), readings);
            start(
                    till,
                    "startup-warm",
                    List.of("-XX:SharedArchiveFile=" + classes, "-XX:+VerifySharedSpaces"),
                    readings);
            for (String name : new String[] {"startup-fresh", "startup-warm"}) {
                till.runBareWindow(name, readings);
            }
        }
        folder.delete();
    }

    private static void start(TillProcess till, String name, List<String> classes, Consumer<Reading> readings)
            throws InterruptedException {
        List<String> java = new ArrayList<>(classes);
        java.add("-Xlog:cds*=error");
        till.run(WINDOW, Map.of("outpost.bench.start", name), java, readings);
    }
}
