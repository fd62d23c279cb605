package outpost.update.internal.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import outpost.update.NetworkFinding;
import outpost.update.internal.service.DatabaseCheck;
import outpost.update.internal.service.LogExport;
import outpost.update.internal.service.Machine;
import outpost.update.internal.service.NetworkCheck;
import outpost.update.internal.trust.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a technician looks at before anything is changed. */
final class ServiceCommands {
    private static final int GOOD = 0;
    private static final int BAD = 1;

    private ServiceCommands() {}

    /** What is about the till's data. */
    abstract static class OfData implements Callable<Integer> {
        final PrintStream out;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "The till's data folder (outpost-till in your home).")
        private Optional<Path> data;

        OfData(PrintStream out) {
            this.out = out;
        }

        Path data() {
            return data.orElse(Path.of(System.getProperty("user.home"), "outpost-till"));
        }
    }

    @Command(
            name = "logs",
            mixinStandardHelpOptions = true,
            description = "Writes logs and settings, without secrets, into one zip file.")
    static final class Logs extends OfData {
        private final String home;

        @Option(names = "--to", required = true, paramLabel = "ZIP", description = "A new file.")
        private Path zip;

        Logs(PrintStream out, String home) {
            super(out);
            this.home = home;
        }

        @Override
        public Integer call() {
            List<Path> others =
                    home.isEmpty() ? List.of() : List.of(Path.of(home).resolve("state"));
            out.println(new LogExport(data()).to(zip, others, Map.of()) + " files are in " + zip);
            return GOOD;
        }
    }

    @Command(
            name = "database",
            mixinStandardHelpOptions = true,
            description = "Tells whether the till's database is whole.")
    static final class Database extends OfData {
        Database(PrintStream out) {
            super(out);
        }

        @Override
        public Integer call() {
            List<String> found = DatabaseCheck.of(data());
            found.forEach(out::println);
            if (found.isEmpty()) {
                out.println("The database is whole.");
            }
            return found.isEmpty() ? GOOD : BAD;
        }
    }

    @Command(
            name = "network",
            mixinStandardHelpOptions = true,
            description = "Tells what is wrong on the way to the cloud.")
    static final class Network implements Callable<Integer> {
        private final PrintStream out;
        private final Clock clock;

        @Option(
                names = "--cloud",
                required = true,
                paramLabel = "URL",
                description =
                        "The cloud's address; #pin=FINGERPRINT behind it where the cloud has a certificate of its own.")
        private String cloud;

        Network(PrintStream out, Clock clock) {
            this.out = out;
            this.clock = clock;
        }

        @Override
        public Integer call() throws InterruptedException {
            NetworkFinding finding = new NetworkCheck(clock, Machine::hasNetwork).of(Address.of(cloud));
            out.println(NetworkWords.of(finding));
            return finding.trouble().isEmpty() ? GOOD : BAD;
        }
    }
}
