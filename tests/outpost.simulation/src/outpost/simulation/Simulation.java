package outpost.simulation;

import java.util.List;
import java.util.Set;
import outpost.store.internal.SimulatedDisk;

/** Runs seeds, one after the other. */
final class Simulation implements AutoCloseable {
    /** So many tenants' events fill a good part of the memory that the program has. */
    private static final int SEEDS_PER_HOUSE = 300;

    private final byte[] formatted;
    private CloudHouse house = new CloudHouse();
    private int run;

    /** @param formatted a new till's disk */
    Simulation(byte[] formatted) {
        this.formatted = formatted;
    }

    static {
        QuickSignatures.install();
    }

    /** Makes the disk that every new till begins with. */
    static byte[] newDisk() {
        return SimulatedDisk.formatted(Program::format);
    }

    /** @param violations what did not hold; empty: the seed passes */
    record Result(long seed, List<String> violations, List<Trace.Line> trace, long events) {
        boolean passes() {
            return violations.isEmpty();
        }
    }

    Result run(long seed, Set<Fault> faults) {
        if (++run % SEEDS_PER_HOUSE == 0) {
            house.close();
            house = new CloudHouse();
        }
        try (World world = new World(seed, faults, house, formatted)) {
            UnexplainedErrors.belongTo(world);
            try {
                world.run();
                Invariants.check(world);
            } catch (RuntimeException | Error failure) {
                world.violated("the program failed: " + failure + at(failure));
            }
            long events = world.cloud().summary().of(world.tenant()).events();
            return new Result(
                    seed, List.copyOf(world.violations()), world.trace().lines(), events);
        }
    }

    private static String at(Throwable failure) {
        StringBuilder places = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            places.append(" ").append(cause);
            for (int i = 0; i < Math.min(12, cause.getStackTrace().length); i++) {
                places.append("\n    ").append(cause.getStackTrace()[i]);
            }
        }
        return places.toString();
    }

    @Override
    public void close() {
        house.close();
    }
}
