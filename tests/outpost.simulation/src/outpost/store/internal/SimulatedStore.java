package outpost.store.internal;

import java.nio.file.Path;
import java.util.List;
import outpost.store.Store;
import outpost.store.StoreException;

/** The store of a simulated machine: transactions of the real one, on the caller's thread, with commits that fail when the machine says so. */
public final class SimulatedStore implements Store {
    private final SimulatedDisk disk;
    private final Machine machine;
    private boolean busy;

    public SimulatedStore(SimulatedDisk disk, Machine machine) {
        this.disk = disk;
        this.machine = machine;
    }

    /** What becomes of a commit. */
    public enum Fate {
        DURABLE,
        DISK_FULL,
        POWER_CUT_BEFORE,
        POWER_CUT_AFTER
    }

    /** Where the store runs. */
    public interface Machine {
        /** Does nothing while the machine runs; throws the error that ends the program otherwise. */
        void requirePower();

        /** Decides on the next commit. */
        Fate commit();

        /** The power goes now: never returns. */
        Error powerCut();
    }

    @Override
    public <T> T write(Work<T> work) {
        machine.requirePower();
        Fate fate = machine.commit();
        T result = alone(() -> disk.session().write(transaction -> {
            T done = work.in(transaction);
            if (fate == Fate.DISK_FULL) {
                throw new StoreException("database or disk is full");
            }
            if (fate == Fate.POWER_CUT_BEFORE) {
                throw machine.powerCut();
            }
            return done;
        }));
        if (fate == Fate.POWER_CUT_AFTER) {
            throw machine.powerCut();
        }
        return result;
    }

    @Override
    public <T> T read(Work<T> work) {
        machine.requirePower();
        return alone(() -> disk.session().read(work));
    }

    /** The disk is made with every unit's newest tables. */
    @Override
    public void migrate(String unit, Class<?> owner) {
        machine.requirePower();
    }

    /** Asked for the room that is left, and for nothing else. */
    @Override
    public Path directory() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    @Override
    public List<Path> setAside() {
        return List.of();
    }

    /** One connection reads and writes here, so that work within work would end the outer one. */
    private <T> T alone(java.util.function.Supplier<T> work) {
        if (busy) {
            throw new IllegalStateException("a transaction within a transaction");
        }
        busy = true;
        try {
            return work.get();
        } finally {
            busy = false;
        }
    }
}
