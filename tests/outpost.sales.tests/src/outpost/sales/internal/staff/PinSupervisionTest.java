package outpost.sales.internal.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.fixtures.LiveTill;
import outpost.sales.Approval;
import outpost.sales.Deed;
import outpost.sales.Demand;
import outpost.sales.Grounds;
import outpost.sales.JournalLine;
import outpost.sales.NotAllowedException;
import outpost.sales.RefusedException;
import outpost.sales.Right;
import outpost.sales.Supervisor;
import outpost.sales.TillJournal;
import outpost.sales.internal.Shelf;
import outpost.sales.internal.TestClock;
import outpost.sales.internal.Wired;

@Tag("A-551")
class PinSupervisionTest {
    @TempDir
    Path folder;

    private LiveTill till;
    private Wired wired;
    private PinSupervision supervision;

    @BeforeEach
    void start() {
        till = new LiveTill(folder);
        till.enrol("GBP");
        Shelf.of("GBP")
                .user("ann", "cashier")
                .user("bob", "supervisor")
                .user("eve", "technician")
                .user("max", "manager")
                .fill(till);
        wired = new Wired(till, till.store(), new TestClock());
        supervision = new PinSupervision(till.store(), wired.journal, wired.staff, UUID::randomUUID);
    }

    @AfterEach
    void stop() {
        supervision.close();
        wired.close();
        till.close();
    }

    @Test
    void nobodyComesInWithoutTheRight() {
        assertThrows(RefusedException.class, () -> supervision.open(Right.RECONCILE, Grounds.NONE));
        for (String user : List.of("ann", "bob", "eve")) {
            wired.staff.logIn(user, Shelf.PIN);
            assertThrows(NotAllowedException.class, () -> supervision.open(Right.RECONCILE, Grounds.NONE), user);
        }
        assertFalse(journal().stream().anyMatch(line -> line.kind().equals("supervision")));
    }

    @Test
    void aSupervisorLooksAfterTheStockButNotAfterConflicts() {
        wired.staff.logIn("bob", Shelf.PIN);

        assertTrue(supervision.isOpen(supervision.open(Right.STOCK, Grounds.NONE)));
    }

    @Test
    void aManagersPinOpensAtACashiersTillAndBothNamesStandInTheJournal() {
        wired.staff.logIn("ann", Shelf.PIN);
        Grounds leave = leave("max");

        Supervisor inside = supervision.open(Right.RECONCILE, leave);
        supervision.note(inside, Deed.of("product_change", "p1").with("field", "name"));

        assertEquals("max", inside.userId());
        JournalLine done = journal().get(0);
        assertEquals("product_change", done.kind());
        assertEquals("p1", done.subject());
        assertEquals(Optional.of("max"), done.field("userId"));
        assertEquals(Optional.of("name"), done.field("field"));
        JournalLine opened = journal().get(1);
        assertEquals("supervision", opened.kind());
        assertEquals("RECONCILE", opened.subject());
        assertEquals(Optional.of("ann"), opened.field("userId"));
        assertEquals(Optional.of("max"), opened.field("approvedById"));
        assertThrows(NotAllowedException.class, () -> supervision.open(Right.RECONCILE, leave), "a leave serves once");
    }

    @Test
    void whoeverLeavesLocksOrIsFollowedBySomebodyElseIsOut() {
        wired.staff.logIn("max", Shelf.PIN);
        Supervisor left = supervision.open(Right.RECONCILE, Grounds.NONE);
        supervision.leave(left);
        assertFalse(supervision.isOpen(left));

        Supervisor locked = supervision.open(Right.RECONCILE, Grounds.NONE);
        wired.staff.lock();
        assertFalse(supervision.isOpen(locked));
        wired.staff.logIn("max", Shelf.PIN);
        assertFalse(supervision.isOpen(locked), "an unlocked till is another visit");

        Supervisor followed = supervision.open(Right.RECONCILE, Grounds.NONE);
        wired.staff.logIn("ann", Shelf.PIN);
        int before = journal().size();
        assertThrows(IllegalStateException.class, () -> supervision.note(followed, Deed.of("product_change", "p1")));
        assertEquals(before, journal().size());
    }

    private Grounds leave(String userId) {
        Approval approval = wired.staff.approve(userId, Shelf.PIN, Demand.of(Right.RECONCILE));
        return Grounds.NONE.approvedBy(approval);
    }

    private List<JournalLine> journal() {
        return till.service(TillJournal.class).latest(100);
    }
}
