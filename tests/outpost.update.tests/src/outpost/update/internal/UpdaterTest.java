package outpost.update.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.update.internal.slots.Home;
import outpost.update.internal.slots.Pointer;
import outpost.update.internal.slots.Pointer.Reason;
import outpost.update.internal.slots.Slot;

class UpdaterTest {
    @TempDir
    private Path folder;

    private TestInstallation till;

    @BeforeEach
    void install() throws IOException {
        till = new TestInstallation(folder.resolve("till"));
    }

    @Test
    void anUpdateWaitsInTheOtherSlotForItsTrial() throws Exception {
        till.apply(TestRelease.signed(folder.resolve("r7"), 7));
        assertEquals(Pointer.to(Slot.B, Reason.TRIAL), till.home.pointer());
        assertEquals(
                "as first installed", Files.readString(till.home.folder(Slot.A).resolve("program")));
        assertEquals(7, till.updater().number(Slot.B));
    }

    @Test
    void theNextUpdateGoesOnFromTheOneBefore() throws Exception {
        till.apply(TestRelease.signed(folder.resolve("r7"), 7));
        till.updater().confirm();
        till.apply(TestRelease.signed(folder.resolve("r8"), 8));
        assertEquals(Pointer.to(Slot.A, Reason.TRIAL), till.home.pointer());
        assertEquals("code of release 8", till.starts());
        assertEquals(
                "code of release 7", Files.readString(till.home.folder(Slot.B).resolve("program")));
    }

    @Test
    void anUpdateThatFailsItsRehearsalIsNotUsed() throws Exception {
        till.proof = (newer, older, data) -> {
            throw new UpdateException("it does not sell");
        };
        TestRelease release = TestRelease.signed(folder.resolve("r7"), 7);
        assertThrows(UpdateException.class, () -> till.apply(release));
        assertEquals(Pointer.to(Slot.A), till.home.pointer());
        assertFalse(till.home.isWhole(Slot.B));
    }

    @Test
    @Tag("A-959")
    void goesBackWithoutASource() throws Exception {
        TestRelease release = TestRelease.signed(folder.resolve("r7"), 7);
        till.apply(release);
        till.updater().confirm();
        till.updater().rollback();
        assertEquals("as first installed", till.starts());
        assertFalse(till.home.pointer().isOnTrial(), "what has worked before needs no trial");
        assertTrue(till.updater().wasLeft(release.release()));
    }

    @Test
    @Tag("A-959")
    void whatRanBeforeCanBeGoneBackToAlsoAfterAnUpdateThatFailed() throws Exception {
        till.apply(TestRelease.signed(folder.resolve("r7"), 7));
        till.updater().confirm();
        till.installer = (slot, release, repository) -> {
            throw new UpdateException("it does not fit");
        };
        TestRelease unfit = TestRelease.signed(folder.resolve("r8"), 8);
        assertThrows(UpdateException.class, () -> till.apply(unfit));
        assertEquals("code of release 7", till.starts());
        till.updater().rollback();
        assertEquals("as first installed", till.starts());
    }

    @Test
    void goesBackPastWhatDidNotWork() throws Exception {
        till.apply(TestRelease.signed(folder.resolve("r7"), 7));
        till.home.point(Pointer.to(Slot.A, Reason.UNDONE));
        assertThrows(UpdateException.class, () -> till.updater().rollback());
        assertEquals("as first installed", till.starts());

        till.apply(TestRelease.signed(folder.resolve("r8"), 8));
        till.updater().confirm();
        till.apply(TestRelease.signed(folder.resolve("r9"), 9));
        till.home.point(Pointer.to(Slot.B, Reason.UNDONE));
        till.updater().rollback();
        assertEquals("as first installed", till.starts());
    }

    @Test
    void thereIsNothingToGoBackToBeforeTheFirstUpdate() {
        assertThrows(UpdateException.class, () -> till.updater().rollback());
    }

    @Test
    void aPersonMayTakeAgainWhatWasLeft() throws Exception {
        TestRelease release = TestRelease.signed(folder.resolve("r7"), 7);
        till.apply(release);
        till.updater().rollback();
        till.apply(release);
        assertEquals("code of release 7", till.starts());
    }

    @Test
    void whatWentBackByItselfIsRemembered() throws Exception {
        TestRelease release = TestRelease.signed(folder.resolve("r7"), 7);
        till.apply(release);
        till.home.point(Pointer.to(Slot.A, Reason.UNDONE));
        till.updater().rememberUndone();
        assertTrue(till.updater().wasLeft(release.release()));
    }

    @Test
    void aPinnedTillStaysWhatItIs() throws Exception {
        TestRelease release = TestRelease.signed(folder.resolve("r7"), 7);
        till.updater().pin();
        assertThrows(UpdateException.class, () -> till.apply(release));
        till.updater().unpin();
        till.apply(release);
        assertEquals("code of release 7", till.starts());
    }

    @Test
    void twoUpdatesAtOnceAreRefused() throws Exception {
        TestRelease release = TestRelease.signed(folder.resolve("r7"), 7);
        try (Home.Lock other = till.home.lock()) {
            String refusal = assertThrows(UpdateException.class, () -> till.apply(release))
                    .getMessage();
            assertEquals("Another update of this till is running.", refusal);
        }
    }

    @Test
    void takesNothingWhileAnUpdateWaitsForItsTrial() throws Exception {
        till.apply(TestRelease.signed(folder.resolve("r7"), 7));
        TestRelease next = TestRelease.signed(folder.resolve("r8"), 8);
        assertThrows(UpdateException.class, () -> till.apply(next));
        assertEquals("code of release 7", till.starts());
    }
}
