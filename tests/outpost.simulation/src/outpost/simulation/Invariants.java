package outpost.simulation;

import java.util.List;
import outpost.cloud.internal.admin.JournalHeads;
import outpost.cloud.internal.admin.SalesSummary;
import outpost.protocol.SyncStatus;

/** What must hold when all trouble is over. */
final class Invariants {
    private final World world;

    private Invariants(World world) {
        this.world = world;
    }

    static void check(World world) {
        new Invariants(world).check();
    }

    /** Whether all tills run, have sent everything, know everything, and have the cloud's catalog, and nobody waits for a comparison. */
    static boolean isQuiet(World world) {
        return world.tills().stream().noneMatch(Till::wantsComparison)
                && world.running().size() == world.tills().size()
                && world.running().values().stream().allMatch(program -> nothingWaits(program) && isWell(program))
                && CatalogInvariants.isEqualEverywhere(world)
                && EventInvariants.areKnownEverywhere(world);
    }

    private void check() {
        world.tills()
                .forEach(till -> world.require(till.machine().program().isPresent(), till.name() + ": does not run"));
        SalesSummary.Summary summary = world.cloud().summary().of(world.tenant());
        new SalesInvariants(world).check(summary);
        new EventInvariants(world).check(summary);
        new CatalogInvariants(world).check();
        world.running().forEach((till, program) -> {
            SyncStatus status = program.worker().status();
            world.require(
                    isWell(program),
                    till.name() + ": sync has trouble: " + status.problem().orElse("never succeeded"));
            List<String> faults = program.journal().verify().faults();
            world.require(faults.isEmpty(), till.name() + ": the journal is broken: " + faults);
        });
        journals();
    }

    private static boolean nothingWaits(Program program) {
        return program.outbox().counts().waiting() == 0
                && program.outbox().backlog().forwarded() == 0;
    }

    private static boolean isWell(Program program) {
        SyncStatus status = program.worker().status();
        return status.problem().isEmpty() && status.lastSuccess().isPresent();
    }

    private void journals() {
        for (JournalHeads.Head head : world.cloud().journals().of(world.tenant())) {
            // A file that went back in time has written other entries under the same numbers: that must show.
            boolean whole = head.missing() == 0 && head.breaks() == 0;
            world.require(
                    whole || world.restored().contains(head.posId()),
                    "the cloud's picture of a journal is broken: " + head);
        }
    }
}
