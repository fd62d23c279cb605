package outpost.update.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.store.LocalSettings;
import outpost.store.Store;
import outpost.update.FieldUpdates.Outcome;
import outpost.update.FieldUpdates.Outcome.Kind;
import outpost.update.Installed;
import outpost.update.Installed.Beside;
import outpost.update.Installed.Next;
import outpost.update.Installed.Setback;
import outpost.update.Refusal;
import outpost.update.Refusal.Reason;
import outpost.update.internal.running.OwnHome;
import outpost.update.internal.running.RunningUpdates;
import outpost.update.internal.slots.Pointer;
import outpost.update.internal.slots.Slot;

/** What a technician at the running till is told of its two slots. */
class RunningUpdatesTest {
    @TempDir
    private Path folder;

    private TestInstallation till;
    private RunningUpdates updates;

    @BeforeEach
    void start() throws IOException {
        till = new TestInstallation(folder.resolve("till"));
        updates = running(Optional.of(till.folder));
    }

    @Test
    @Tag("A-743")
    void whatRunsIsWhatWasStartedAndWhatWaitsIsBesideIt() throws Exception {
        assertEquals(
                Optional.of(new Installed(Optional.empty(), Optional.empty(), Next.THE_SAME, false, Optional.empty())),
                updates.installed());
        assertFalse(updates.waits());

        till.apply(TestRelease.signed(folder.resolve("r7"), 7));

        assertTrue(updates.waits());
        Installed waiting = updates.installed().orElseThrow();
        assertEquals(Optional.empty(), waiting.running());
        assertEquals(Optional.of(new Beside(Optional.of("1.7 (release 7)"))), waiting.beside());
        assertEquals(Next.TRIES_BESIDE, waiting.next());

        till.updater().confirm();
        RunningUpdates after = running(Optional.of(till.folder));
        assertEquals(
                Optional.of("1.7 (release 7)"), after.installed().orElseThrow().running());
        assertEquals(new Outcome(Kind.DONE, "", Optional.empty()), after.rollback());
        assertEquals(Next.GOES_BACK, after.installed().orElseThrow().next());
        assertTrue(after.waits());
    }

    @Test
    @Tag("A-743")
    void looksForWhatIsNewerAndSaysWhyItIsNotTaken() throws Exception {
        Path release = TestRelease.signed(folder.resolve("r7"), 7).folder();
        assertEquals(new Outcome(Kind.DONE, "1.7 (release 7)", Optional.empty()), updates.check(Optional.of(release)));
        assertFalse(updates.waits(), "looking changes nothing");

        assertEquals(
                Kind.NOTHING,
                updates.check(Optional.of(folder.resolve("empty"))).kind());
        Files.writeString(release.resolve("release.json"), "{}");
        assertEquals(refusal(Reason.NO_RELEASE), updates.check(Optional.of(release)));
        assertEquals(refusal(Reason.NO_BRANCH), updates.check(Optional.empty()));
    }

    @Test
    @Tag("A-743")
    void aPinnedTillTakesNothing() throws Exception {
        Path release = TestRelease.signed(folder.resolve("r7"), 7).folder();
        updates.pin(true);
        assertTrue(updates.installed().orElseThrow().pinned());
        assertEquals(refusal(Reason.PINNED), updates.apply(Optional.of(release)));
        updates.pin(false);
        assertFalse(updates.installed().orElseThrow().pinned());
    }

    @Test
    void aTillWithoutTwoSlotsHasNothingToUpdate() {
        RunningUpdates none = running(Optional.empty());
        assertEquals(Optional.empty(), none.installed());
        assertFalse(none.waits());
        assertEquals(refusal(Reason.NOT_IN_SLOTS), none.rollback());
    }

    @Test
    @Tag("A-743")
    void whatWentBackByItselfIsToldWithItsRelease() throws Exception {
        till.apply(TestRelease.signed(folder.resolve("r7"), 7));
        till.home.point(Pointer.to(Slot.A, Pointer.Reason.UNDONE));

        RunningUpdates after = running(Optional.of(till.folder));

        assertEquals(
                Optional.of(new Setback("1.7 (release 7)", new Refusal(Reason.WENT_BACK, List.of()))),
                after.installed().orElseThrow().setback());
    }

    private static Outcome refusal(Reason reason) {
        return new Outcome(Kind.REFUSED, "", Optional.of(new Refusal(reason, List.of())));
    }

    private RunningUpdates running(Optional<Path> home) {
        LocalSettings settings = new LocalSettings() {
            @Override
            public Optional<String> text(String name) {
                return home.map(Path::toString).filter(text -> name.equals("update.home"));
            }

            @Override
            public long number(String name, long otherwise, long least, long most) {
                return otherwise;
            }
        };
        return RunningUpdates.asking(
                new OwnHome(settings, new Folder(folder.resolve("data")), Clock.fixed(TestRelease.NOW, ZoneOffset.UTC)),
                Optional::empty);
    }

    /** A store of which only the place is asked for. */
    private record Folder(Path directory) implements Store {
        @Override
        public <T> T write(Work<T> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T read(Work<T> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void migrate(String unit, Class<?> owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Path> setAside() {
            return List.of();
        }
    }
}
