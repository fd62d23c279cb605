package outpost.simulation;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import outpost.outbox.Terminal;
import outpost.protocol.EnrolRequest;
import outpost.protocol.Limits;
import outpost.store.Store;
import outpost.store.StoreException;
import outpost.store.internal.SimulatedDisk;
import outpost.store.internal.SimulatedStore;
import outpost.store.internal.SimulatedStore.Fate;
import outpost.sync.peer.internal.SimulatedLane;
import outpost.sync.worker.internal.SimulatedWorker.Waiting;

/** A till: a disk that lasts, a clock that lies, a line, and a program that runs from one power cut to the next. */
final class Machine implements Waiting, AutoCloseable {
    private final World world;
    private final String name;
    private final Chance chance;
    private final LyingClock clock;
    private final Line line;
    private final Till till;
    private final byte[] formatted;
    private final int batchEvents;
    private SimulatedDisk disk;
    private Optional<byte[]> backup = Optional.empty();
    private Optional<Running> running = Optional.empty();
    private Optional<Fate> nextCommit = Optional.empty();
    private boolean diskFull;

    Machine(World world, String name, byte[] formatted, Till till) {
        this.world = world;
        this.name = name;
        this.till = till;
        this.formatted = formatted;
        chance = world.chance();
        clock = new LyingClock(world.timeline());
        line = new Line(world, name, this::fiber, this::answered);
        disk = new SimulatedDisk(formatted);
        // With few in a batch, what has waited goes in several, and the next one is on its way before the last one is
        // answered.
        batchEvents = chance.oneIn(3) ? Limits.EVENTS_PER_PUSH : chance.between(1, 6);
    }

    /** A program and its threads. */
    private record Running(Program program, Power power, Optional<Fiber> fiber) {}

    /** What one start of the program has of the machine; it ends for good with the power. */
    private final class Power implements SimulatedStore.Machine {
        private boolean gone;

        @Override
        public void requirePower() {
            if (gone) {
                throw new PowerCut();
            }
        }

        @Override
        public Fate commit() {
            Fate fate = nextCommit.orElse(diskFull ? Fate.DISK_FULL : Fate.DURABLE);
            nextCommit = Optional.empty();
            return fate;
        }

        @Override
        public Error powerCut() {
            powerOff();
            return new PowerCut();
        }
    }

    /** Starts the program, as an employee does in the morning or after the power is back. */
    void powerOn() {
        if (running.isPresent()) {
            return;
        }
        Power power = new Power();
        try {
            Program program = new Program(new SimulatedStore(disk, power), this, chance);
            running = Optional.of(new Running(program, power, Optional.empty()));
            if (program.terminal().identity().isEmpty()) {
                enrol(program.terminal());
            }
            sync();
            world.trace().note(name, "starts");
        } catch (PowerCut again) {
            till.restartLater();
        } catch (StoreException full) {
            world.trace().note(name, "does not start: " + full.getMessage());
            if (!diskFull) {
                world.violated(name + ": does not start: " + full.getMessage() + " " + full.getCause());
            }
            if (running.isPresent()) {
                powerOff();
            } else {
                till.restartLater();
            }
        }
    }

    /** A technician makes it a terminal of the cloud. */
    private void enrol(Terminal terminal) {
        EnrolRequest request = new EnrolRequest(till.enrolmentCode(), terminal.publicKey());
        terminal.enrolled(world.cloud().enrolment().enrol(request), World.CLOUD);
        world.cloud().hasEnrolled();
    }

    private void sync() {
        Running now = running.orElseThrow();
        Fiber fiber =
                Fiber.start(world.timeline(), name + "-sync", now.program().worker());
        running = Optional.of(new Running(now.program(), now.power(), Optional.of(fiber)));
    }

    void powerOff() {
        Optional<Running> was = running;
        running = Optional.empty();
        was.ifPresent(program -> {
            world.trace().note(name, "power cut");
            program.power().gone = true;
            program.fiber().ifPresent(Fiber::kill);
            till.restartLater();
        });
    }

    void backUp() {
        backup = Optional.of(disk.content());
    }

    /** Puts the last backup in the place of the file, if there is one; says what was on the disk until then. */
    Optional<SimulatedDisk> restore() {
        return backup.map(content -> {
            powerOff();
            SimulatedDisk before = disk;
            disk = new SimulatedDisk(content);
            return before;
        });
    }

    /** Takes another machine with an empty disk; gives the former disk. */
    SimulatedDisk replace() {
        powerOff();
        backup = Optional.empty();
        SimulatedDisk before = disk;
        disk = new SimulatedDisk(formatted);
        return before;
    }

    /** Decides on the next commit. */
    void next(Fate fate) {
        nextCommit = Optional.of(fate);
    }

    /** What follows an answer of the cloud's is where a program does several things that must be one, and at any time it would rarely be hit. */
    private void answered() {
        if (world.isFaulty() && world.faults().contains(Fault.CRASH) && chance.oneIn(30)) {
            next(chance.oneOf(List.of(Fate.POWER_CUT_BEFORE, Fate.POWER_CUT_AFTER)));
        }
    }

    void setDiskFull(boolean isFull) {
        diskFull = isFull;
    }

    boolean isDiskFull() {
        return diskFull;
    }

    /** Takes every trouble that was made away. */
    void heal() {
        nextCommit = Optional.empty();
        diskFull = false;
        line.setDown(false);
        powerOn();
    }

    Optional<Program> program() {
        return running.map(Running::program);
    }

    Line line() {
        return line;
    }

    int batchEvents() {
        return batchEvents;
    }

    Clock clock() {
        return clock;
    }

    LyingClock lyingClock() {
        return clock;
    }

    long nanoTime() {
        return world.timeline().nowNanos();
    }

    /** Where other lanes would find it. */
    String address() {
        return name + ":7443";
    }

    /** The outbox has changed: the lane hears of it outside of the transaction. */
    void changed() {
        world.timeline().after(Duration.ZERO, () -> till.lane(SimulatedLane::changed));
    }

    /** The catalog is thrown away and taken anew, which nothing but a cloud that went back in time explains. */
    void catalogDiffers() {
        if (!world.cloud().hasGoneBack()) {
            world.violated(name + ": the catalog cannot be mended, and is taken anew");
        }
    }

    /** Something other than the program changes what is on the disk. */
    void damage(Store.Work<Integer> work) {
        disk.change(work);
    }

    @Override
    public Duration sleep(Duration time) {
        return fiber().sleep(time);
    }

    @Override
    public void wake() {
        running.flatMap(Running::fiber).ifPresent(Fiber::wake);
    }

    private Fiber fiber() {
        return running.flatMap(Running::fiber).orElseThrow(PowerCut::new);
    }

    @Override
    public void close() {
        Optional<Running> was = running;
        running = Optional.empty();
        was.ifPresent(program -> {
            program.power().gone = true;
            program.fiber().ifPresent(Fiber::kill);
        });
        disk.close();
    }
}
