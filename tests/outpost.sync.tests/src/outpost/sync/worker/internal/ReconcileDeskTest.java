package outpost.sync.worker.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;
import outpost.protocol.reconcile.ReconcilePlan;
import outpost.protocol.reconcile.ReconcileStatus.Outcome;
import outpost.protocol.reconcile.ReconcileStatus.Phase;
import outpost.protocol.reconcile.RowChange;

class ReconcileDeskTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final AtomicInteger woken = new AtomicInteger();
    private final ReconcileDesk desk = new ReconcileDesk(woken::incrementAndGet);
    private final ReconcilePlan plan = new ReconcilePlan(
            CatalogState.of(1, 1, 1),
            List.of(new RowChange(
                    Optional.empty(), Optional.of(new Entity(Entity.PRODUCT, "p", 1, Optional.of("{}"))))),
            Set.of());

    @Test
    void aPlanWaitsForWhoAskedAndWakesTheWorkerOnceAgreed() {
        desk.verify();
        assertTrue(desk.isAsked());
        assertTrue(desk.isToBeShown(plan, NOW));
        assertFalse(desk.isAsked());
        assertTrue(desk.isPlanWaiting(NOW.plus(QUARTER)));

        desk.applyPlan();

        assertEquals(2, woken.get());
        assertEquals(Optional.of(plan), desk.agreed());
        assertFalse(desk.isPlanWaiting(NOW));
    }

    @Test
    void aPlanThatNobodyAgreesToWaitsForAQuarterOfAnHour() {
        desk.verify();
        desk.isToBeShown(plan, NOW);

        assertFalse(desk.isPlanWaiting(NOW.plus(QUARTER).plusMillis(1)));

        assertEquals(Optional.empty(), desk.agreed());
        assertFalse(desk.isToBeShown(plan, NOW), "from now on it is mended without a person");
    }

    @Test
    void aClockThatIsPutBackDoesNotMakeAPlanWaitForYears() {
        desk.verify();
        desk.isToBeShown(plan, NOW);

        assertFalse(desk.isPlanWaiting(NOW.minus(Duration.ofDays(365))));
    }

    @Test
    void whatNobodyAskedForIsNotShown() {
        assertFalse(desk.isToBeShown(plan, NOW));
        desk.applyPlan();
        assertEquals(Optional.empty(), desk.agreed());
    }

    @Test
    void whatIsAskedForOutlivesACutAndEndsWithAnOutcome() {
        desk.verify();
        desk.show(Phase.COMPARING, 3, 10);
        desk.verify();
        assertEquals(Phase.COMPARING, desk.comparison().phase(), "it runs already");

        desk.interrupted();
        assertEquals(Phase.WAITING, desk.comparison().phase());
        assertTrue(desk.isAsked());

        desk.ended(Outcome.EQUAL);
        assertFalse(desk.isAsked());
        assertEquals(Optional.of(Outcome.EQUAL), desk.comparison().outcome());
    }
}
