package outpost.tools.internal.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import outpost.tools.internal.Installation;
import outpost.tools.internal.ToolException;
import outpost.tools.internal.screen.Screen;

/** Fleets of simulated tills, each against a cloud of its own on PostgreSQL. There is no bare work to hold them against: their figures stand alone. */
final class FleetBench {
    private static final List<Integer> FLEETS = List.of(1_000, 3_000, 10_000);
    private static final int SECONDS = 60;
    private static final long LIMIT_MINUTES = 15;

    private final Installation installation;
    private final Screen screen;

    FleetBench(Installation installation, Screen screen) {
        this.installation = installation;
        this.screen = screen;
    }

    /** Prints each figure's line of JSON as it comes, and says what else there is to tell. */
    void measure() throws InterruptedException {
        for (int tills : FLEETS) {
            screen.say(tills + " tills for " + SECONDS + " s …");
            run(tills);
        }
    }

    private void run(int tills) throws InterruptedException {
        Path cloud = installation.cloud();
        ProcessBuilder fleet = new ProcessBuilder(
                        installation.home().resolve("tests/measure/fleet").toString(),
                        Integer.toString(tills),
                        Integer.toString(SECONDS))
                .redirectError(Redirect.INHERIT);
        fleet.environment().put("CLOUD", cloud.resolve("outpost-cloud").toString());
        fleet.environment().put("LOAD", installation.load() + File.pathSeparator + cloud.resolve("plugins") + "/*");
        try {
            Process process = fleet.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            try (BufferedReader lines = process.inputReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (line.startsWith("{")) {
                        screen.print(line);
                    } else {
                        screen.say(line);
                    }
                }
            }
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new ToolException("the fleet of " + tills + " did not end well");
            }
        } catch (IOException e) {
            throw new ToolException("the fleet cannot be started: " + e.getMessage(), e);
        }
    }
}
