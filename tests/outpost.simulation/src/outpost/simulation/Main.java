package outpost.simulation;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code outpost simulate}. */
@Command(
        name = "outpost simulate",
        mixinStandardHelpOptions = true,
        description =
                "Runs tills and cloud in one process on simulated time, network and disk, with faults that each seed decides,"
                        + " and checks at the end that nothing is lost, doubled, stuck or different.")
public final class Main implements Callable<Integer> {
    private static final int SEEDS_PER_WORD = 50;

    @Option(
            names = "--seeds",
            defaultValue = "1-100",
            paramLabel = "A-B",
            description = "the seeds to run, or one seed (1-100)")
    private String seeds;

    @Option(
            names = "--faults",
            defaultValue = "all",
            paramLabel = "NAMES",
            description =
                    "faults of which each seed takes some, with commas between: all, none, or drop, duplicate, delay, cut, partition, lanes,"
                            + " outage, busy, crash, restore, lost-disk, full-disk, clock, poison, fail-over, cloud-restore, damage")
    private String faults;

    @Option(names = "--trace", description = "print what happens in each seed, and not only in one that fails")
    private boolean trace;

    @Option(names = "--keep-going", description = "go on after a seed that fails")
    private boolean keepGoing;

    @Option(names = "--threads", defaultValue = "2", paramLabel = "N", description = "seeds that run at once (2)")
    private int threads;

    @Option(
            names = "--self-test",
            description =
                    "build deliberate bugs into the product's sources, one after the other, and see that seeds find each")
    private boolean selfTest;

    @Option(
            names = "--bugs",
            paramLabel = "A-B",
            defaultValue = "1-100",
            description = "with --self-test: which of the bugs to try, by their places in the list (all)")
    private String bugs;

    @Option(names = "--project", hidden = true, defaultValue = "${sys:outpost.home:-.}")
    private Path project;

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "outpost/simulation/logback.xml");
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        String[] range = seeds.split("-", 2);
        long first = Long.parseLong(range[0]);
        long last = Long.parseLong(range[range.length - 1]);
        if (selfTest) {
            String[] places = bugs.split("-", 2);
            int from = Integer.parseInt(places[0]) - 1;
            int to = Math.min(Integer.parseInt(places[places.length - 1]), Bugs.ALL.size());
            return new SelfTest(project, seeds, faults, threads).run(Bugs.ALL.subList(from, to)) ? 0 : 1;
        }
        Totals totals = new Totals(System.nanoTime());
        new Seeds(first, last, Fault.parse(faults), threads).run(result -> {
            totals.add(result);
            if (totals.seeds % SEEDS_PER_WORD == 0) {
                System.err.println("so far " + totals);
            }
            if (trace || !result.passes()) {
                result.trace().forEach(System.out::println);
            }
            result.violations().forEach(violation -> System.out.println("seed " + result.seed() + ": " + violation));
            if (!result.passes()) {
                System.out.println("replay: outpost simulate --seeds " + result.seed() + " --faults " + faults);
            }
            return result.passes() || keepGoing;
        });
        System.out.println(totals);
        return totals.failed == 0 ? 0 : 1;
    }

    private static final class Totals {
        private final long began;
        private long seeds;
        private long failed;
        private long events;

        Totals(long began) {
            this.began = began;
        }

        void add(Simulation.Result result) {
            seeds++;
            failed += result.passes() ? 0 : 1;
            events += result.events();
        }

        @Override
        public String toString() {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
            String ofProcessor = ProcessHandle.current()
                    .info()
                    .totalCpuDuration()
                    .map(time -> " (" + time.toSeconds() + " s of processor time)")
                    .orElse("");
            return seeds + " seeds, " + failed + " failed, " + events + " events, " + seconds + " s" + ofProcessor;
        }
    }
}
