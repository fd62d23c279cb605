package outpost.simulation;

import java.time.Duration;
import java.util.Optional;
import outpost.store.StoreException;
import outpost.sync.peer.internal.SimulatedLane;

/** A connection between two tills: what is sent arrives in order, or the connection is broken. Each end learns of that by itself. */
final class Cable {
    private static final Duration QUICK = Duration.ofMillis(1);
    private static final Duration SLOW = Duration.ofSeconds(4);

    private final World world;
    private final String name;
    private boolean cut;

    private Cable(World world, String name) {
        this.world = world;
        this.name = name;
    }

    /** Connects two running tills that may meet, as the first one dials. */
    static void connect(World world, Till dialler, Till other) {
        Cable cable = new Cable(world, dialler.name() + "=" + other.name());
        End far = cable.new End(other);
        End near = cable.new End(dialler);
        far.peer = Optional.of(near);
        near.peer = Optional.of(far);
        world.trace().note(cable.name, "connect");
        far.open(dialler, false);
        near.open(other, true);
    }

    /** Nothing goes over it any more; nobody is told. */
    private void cut() {
        cut = true;
    }

    /** One till's socket. */
    private final class End implements SimulatedLane.Wire {
        private final Till till;
        private final Program program;
        private Optional<End> peer = Optional.empty();
        private Optional<SimulatedLane.Talk> talk = Optional.empty();
        private boolean closed;
        private long lastArrivalNanos;

        End(Till till) {
            this.till = till;
            this.program = till.machine().program().orElseThrow();
        }

        void open(Till to, boolean dialled) {
            Optional<Program> there = to.machine().program();
            if (there.isPresent()) {
                guarded(() -> talk = program.lane().open(there.get().lane().self(), dialled, this));
            }
        }

        @Override
        public void send(String text) {
            if (closed || cut) {
                return;
            }
            if (world.isFaulty()
                    && world.faults().contains(Fault.LANES)
                    && world.chance().oneIn(60)) {
                world.trace().note(name, "breaks");
                cut();
                return;
            }
            Duration delay = world.isFaulty()
                            && world.faults().contains(Fault.DELAY)
                            && world.chance().oneIn(8)
                    ? world.chance().between(QUICK, SLOW)
                    : QUICK;
            lastArrivalNanos = Math.max(lastArrivalNanos + 1, world.timeline().nowNanos() + delay.toNanos());
            world.timeline()
                    .after(Duration.ofNanos(lastArrivalNanos - world.timeline().nowNanos()), () -> peer.orElseThrow()
                            .arrive(text));
        }

        private void arrive(String text) {
            if (!closed && !cut && world.areLanesUp()) {
                guarded(() -> talk.ifPresent(open -> open.received(text)));
            }
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                world.timeline().after(QUICK, () -> guarded(() -> talk.ifPresent(SimulatedLane.Talk::closed)));
                if (!cut && world.areLanesUp()) {
                    world.timeline().after(QUICK, () -> peer.orElseThrow().close());
                }
            }
        }

        /** What the till's program does with it ends with the program; a disk that takes nothing closes the connection. */
        private void guarded(Runnable work) {
            if (till.machine().program().filter(program::equals).isEmpty()) {
                return;
            }
            try {
                work.run();
            } catch (PowerCut gone) {
                world.trace().note(till.name(), "power cut while talking with a lane");
            } catch (StoreException full) {
                world.trace().note(name, "closed: " + full.getMessage());
                close();
            }
        }
    }
}
