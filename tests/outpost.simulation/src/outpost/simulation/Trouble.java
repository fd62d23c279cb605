package outpost.simulation;

import java.time.Duration;
import outpost.store.internal.SimulatedStore.Fate;

/** Brings about what a seed's faults are; the line and the cloud ask for theirs call by call. */
final class Trouble {
    private final World world;

    Trouble(World world) {
        this.world = world;
    }

    /** Begins what goes on until the world says that trouble is over. */
    void begin(Fault fault) {
        switch (fault) {
            case LANES -> world.again(Duration.ofMinutes(2), () -> {
                world.trace().note("branch", "network down");
                world.setLanesUp(false);
                later(() -> world.setLanesUp(true));
            });
            case PARTITION -> world.again(Duration.ofMinutes(2), () -> {
                Till till = world.chance().oneOf(world.tills());
                world.trace().note(till.name(), "line down");
                till.machine().line().setDown(true);
                later(() -> till.machine().line().setDown(false));
            });
            case OUTAGE -> world.again(Duration.ofMinutes(3), () -> {
                world.trace().note("cloud", "away");
                world.cloud().setAway(true);
                later(() -> world.cloud().setAway(false));
            });
                // Both befall one till of a branch only: what two disks had and both have lost is lost.
            case RESTORE -> {
                Till first = world.tills().get(0);
                world.again(Duration.ofMinutes(2), () -> first.machine().backUp());
                world.again(Duration.ofMinutes(4), first::restore);
            }
            case LOST_DISK -> world.again(Duration.ofMinutes(5), world.tills().get(0)::loseDisk);
            case CRASH -> world.again(
                    Duration.ofSeconds(45), () -> crash(world.chance().oneOf(world.tills())));
            case FULL_DISK -> world.again(Duration.ofMinutes(3), () -> {
                Till till = world.chance().oneOf(world.tills());
                world.trace().note(till.name(), "disk full");
                till.machine().setDiskFull(true);
                later(() -> till.machine().setDiskFull(false));
            });
            case CLOCK -> world.again(
                    Duration.ofSeconds(80), () -> setClock(world.chance().oneOf(world.tills())));
            case POISON -> world.again(
                    Duration.ofMinutes(2),
                    () -> world.chance().oneOf(world.tills()).poison());
            case FAIL_OVER -> world.again(Duration.ofSeconds(60), world.cloud()::doomNode);
            case CLOUD_RESTORE -> {
                world.again(Duration.ofMinutes(2), world.cloud()::backUp);
                world.again(Duration.ofMinutes(4), world.cloud()::restore);
            }
            case DAMAGE -> world.again(Duration.ofMinutes(2), () -> {
                Till till = world.chance().oneOf(world.tills());
                till.damage();
                later(till::compareCatalog);
                later(till::lookAtCatalog);
            });
            default -> {
                // The line and the cloud decide about the others call by call.
            }
        }
    }

    private void crash(Till till) {
        switch (world.chance().below(3)) {
            case 0 -> till.machine().powerOff();
            case 1 -> till.machine().next(Fate.POWER_CUT_BEFORE);
            default -> till.machine().next(Fate.POWER_CUT_AFTER);
        }
    }

    private void setClock(Till till) {
        Duration lie =
                switch (world.chance().below(4)) {
                    case 0 -> world.chance().between(Duration.ofDays(-365), Duration.ofDays(365));
                    case 1 -> world.chance().between(Duration.ofMinutes(-90), Duration.ofMinutes(90));
                    case 2 -> world.chance().between(Duration.ofSeconds(-5), Duration.ofSeconds(5));
                    default -> Duration.ZERO;
                };
        world.trace().note(till.name(), "clock off by " + lie);
        till.machine().lyingClock().set(lie);
    }

    private void later(Runnable work) {
        world.timeline().after(world.chance().between(Duration.ofSeconds(5), Duration.ofSeconds(100)), work);
    }
}
