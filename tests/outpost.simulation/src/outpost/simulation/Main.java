package outpost.simulation;

import java.util.concurrent.Callable;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code outpost simulate}. */
@Command(
        name = "outpost simulate",
        mixinStandardHelpOptions = true,
        description = "Runs tills and cloud in one process on simulated time, network and disk, with faults that each seed decides,"
                + " and checks at the end that nothing is lost, doubled, stuck or different.")
public final class Main implements Callable<Integer> {
    @Option(names = "--seeds", required = true, paramLabel = "A-B", description = "the seeds to run, or one seed")
    private String seeds;

    @Option(
            names = "--faults",
            defaultValue = "all",
            paramLabel = "NAMES",
            description = "faults of which each seed takes some, with commas between: all, none, or drop, duplicate, delay, cut,"
                    + " partition, outage, busy, crash, full-disk, clock, poison")
    private String faults;

    @Option(names = "--trace", description = "print what happens in each seed, and not only in one that fails")
    private boolean trace;

    @Option(names = "--keep-going", description = "go on after a seed that fails")
    private boolean keepGoing;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() {
        String[] range = seeds.split("-", 2);
        long first = Long.parseLong(range[0]);
        long last = Long.parseLong(range[range.length - 1]);
        Set<Fault> allowed = Fault.parse(faults);
        long begin = System.nanoTime();
        long events = 0;
        long failed = 0;
        try (Simulation simulation = new Simulation()) {
            for (long seed = first; seed <= last; seed++) {
                Simulation.Result result = simulation.run(seed, allowed);
                events += result.events();
                failed += result.passes() ? 0 : 1;
                if (trace || !result.passes()) {
                    result.trace().forEach(System.out::println);
                }
                result.violations().forEach(violation -> System.out.println("seed " + result.seed() + ": " + violation));
                if (!result.passes() && !keepGoing) {
                    System.out.println("replay: outpost simulate --seeds " + seed + " --faults " + faults);
                    return 1;
                }
            }
        }
        System.out.println((last - first + 1) + " seeds, " + failed + " failed, " + events + " events, "
                + (System.nanoTime() - begin) / 1_000_000_000 + " s");
        return failed == 0 ? 0 : 1;
    }
}
