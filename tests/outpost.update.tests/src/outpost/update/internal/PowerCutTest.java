package outpost.update.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.update.internal.slots.Disk;
import outpost.update.internal.slots.Home;
import outpost.update.internal.slots.Pointer;
import outpost.update.internal.slots.Slot;
import outpost.update.internal.trust.Offer;
import outpost.update.internal.trust.Source;

/**
 * What the disk looks like between the steps of an update, as a cut would leave it: once with all that was written, once without what nobody had forced to the
 * disk yet.
 */
class PowerCutTest {
    @TempDir
    private Path folder;

    private final List<Path> moments = new ArrayList<>();

    @Test
    @Tag("A-957")
    void atEveryStepTheTillIsTheOldOrTheNewOneAndCanBeUpdated() throws Exception {
        TestInstallation till = new TestInstallation(folder.resolve("till"));
        TestRelease first = TestRelease.signed(folder.resolve("r7"), 7);
        TestRelease second = TestRelease.signed(folder.resolve("r8"), 8);
        cutAtEveryStep(till, first);
        till.updater().confirm();
        cutAtEveryStep(till, second);

        Set<String> started = new TreeSet<>();
        for (Path moment : moments) {
            started.add(startsAfter(till, moment, second, false));
            started.add(startsAfter(till, moment, second, true));
        }
        assertEquals(Set.of("as first installed", "code of release 7", "code of release 8"), started);
        assertTrue(moments.size() > 12, moments.size() + " moments were looked at");
    }

    @Test
    @Tag("A-959")
    void atEveryStepOfTheSecondUpdateTheTillCanGoBack() throws Exception {
        TestInstallation till = new TestInstallation(folder.resolve("till"));
        till.apply(TestRelease.signed(folder.resolve("r7"), 7));
        till.updater().confirm();
        cutAtEveryStep(till, TestRelease.signed(folder.resolve("r8"), 8));

        Set<String> started = new TreeSet<>();
        for (Path moment : moments) {
            loseWhatWasNotForced(moment);
            Home home = Home.at(moment);
            till.updaterAt(home).rollback();
            started.add(Files.readString(home.folder(home.pointer().slot()).resolve(TestInstallation.PROGRAM)));
        }
        assertEquals(Set.of("as first installed", "code of release 7"), started);
    }

    private void cutAtEveryStep(TestInstallation till, TestRelease release) throws Exception {
        Updater.Installer real = till.installer;
        till.installer = (slot, known, repository) -> {
            cut(till);
            real.install(slot, known, repository);
            cut(till);
        };
        till.proof = (newer, older, data) -> cut(till);
        Source source = Source.of(release.folder().toString());
        Source cutting = path -> {
            cut(till);
            return source.open(path);
        };
        Offer offer = till.updater().offer(cutting).orElseThrow();
        till.updater().apply(offer);
        cut(till);
        till.installer = real;
        till.proof = (newer, older, data) -> {};
    }

    private void cut(TestInstallation till) {
        Path copy = folder.resolve("cut-" + moments.size());
        try {
            Disk.copy(till.folder, copy, file -> true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        moments.add(copy);
    }

    /** Starts there as the starter would, then updates it. */
    private String startsAfter(TestInstallation till, Path moment, TestRelease release, boolean unforced)
            throws Exception {
        Path place = folder.resolve(moment.getFileName() + (unforced ? "-unforced" : "-forced"));
        Disk.copy(moment, place, file -> true);
        if (unforced) {
            loseWhatWasNotForced(place);
        }
        Home home = Home.at(place);
        Pointer pointer = home.pointer();
        assertTrue(home.isWhole(pointer.slot()), moment + ": " + pointer);
        String program = Files.readString(home.folder(pointer.slot()).resolve(TestInstallation.PROGRAM));
        Updater updater = till.updaterAt(home);
        updater.confirm();
        Optional<Offer> offer = updater.offer(Source.of(release.folder().toString()));
        if (offer.filter(found -> updater.isNews(found.release())).isPresent()) {
            updater.apply(offer.get());
        }
        Path newest = home.folder(home.pointer().slot()).resolve(TestInstallation.PROGRAM);
        assertEquals("code of release 8", Files.readString(newest), moment + " can still be updated");
        return program;
    }

    /** A slot that was not finished, and a download, may be full of holes. */
    private static void loseWhatWasNotForced(Path place) throws IOException {
        List<Path> unforced = new ArrayList<>(List.of(place.resolve("state/download")));
        for (Slot slot : Slot.values()) {
            if (!Files.exists(place.resolve(slot.folder()).resolve("whole"))) {
                unforced.add(place.resolve(slot.folder()));
            }
        }
        for (Path lost : unforced) {
            if (Files.exists(lost)) {
                try (Stream<Path> files = Files.walk(lost)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Files.write(file, new byte[0]);
                    }
                }
            }
        }
    }
}
