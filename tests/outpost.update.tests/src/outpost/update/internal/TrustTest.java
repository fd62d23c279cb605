package outpost.update.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outpost.protocol.Ed25519;
import outpost.protocol.Json;
import outpost.protocol.SignedRelease;
import outpost.update.internal.slots.Slot;
import outpost.update.internal.trust.Source;

/** Each way of having a till install what its publisher did not release for it, and how it is refused. */
class TrustTest {
    @TempDir
    private Path folder;

    private TestInstallation till;

    @BeforeEach
    void install() throws IOException {
        till = new TestInstallation(folder.resolve("till"));
    }

    @Test
    @Tag("A-956")
    void takesWhatThePinnedKeySigned() throws Exception {
        till.apply(TestRelease.signed(folder.resolve("r7"), 7));
        assertEquals("code of release 7", till.starts());
    }

    @Test
    @Tag("A-956")
    void refusesAReleaseThatNobodySigned() throws Exception {
        TestRelease release = TestRelease.signed(folder.resolve("r7"), 7);
        write(release, Json.write(release.release()));
        assertRefused("is no signed release", release);
    }

    @Test
    @Tag("A-956")
    void refusesAReleaseThatAnotherKeySigned() throws Exception {
        assertRefused(
                "not signed by a key that this till trusts",
                TestRelease.signedBy(Ed25519.newKeyPair(), folder.resolve("r7"), 7));
    }

    @Test
    @Tag("A-956")
    void refusesARepositoryWithoutARelease() throws Exception {
        TestRelease release = TestRelease.signed(folder.resolve("r7"), 7);
        Files.delete(release.folder().resolve(SignedRelease.FILE));
        assertTrue(till.offer(release.folder()).isEmpty());
    }

    @Test
    @Tag("A-956")
    void refusesWordsOfAReleaseThatWereChangedAfterwards() throws Exception {
        TestRelease release = TestRelease.signed(folder.resolve("r7"), 7);
        Path file = release.folder().resolve(SignedRelease.FILE);
        write(release, Files.readString(file).replace("1.0.7", "1.0.8"));
        assertRefused("not signed by a key that this till trusts", release);
    }

    @Test
    @Tag("A-956")
    void refusesAChangedFile() throws Exception {
        TestRelease release = TestRelease.signed(folder.resolve("r7"), 7);
        Files.writeString(release.folder().resolve(TestRelease.PLUGIN), "code of rElease 7");
        assertRefused(TestRelease.PLUGIN + " is not the one that was signed", release);
    }

    @Test
    @Tag("A-956")
    void refusesAFileThatGoesOnBehindWhatWasSigned() throws Exception {
        TestRelease release = TestRelease.signed(folder.resolve("r7"), 7);
        Files.writeString(release.folder().resolve(TestRelease.PLUGIN), " and more", StandardOpenOption.APPEND);
        assertRefused(TestRelease.PLUGIN + " is not the one that was signed", release);
    }

    @Test
    @Tag("A-956")
    void refusesChangedMetadataOfTheRepository() throws Exception {
        TestRelease release = TestRelease.signed(folder.resolve("r7"), 7);
        Files.writeString(release.folder().resolve("content.xml"), "<repository number='8'/>");
        assertRefused("content.xml is not the one that was signed", release);
    }

    @Test
    @Tag("A-956")
    void refusesARepositoryThatLacksAFile() throws Exception {
        TestRelease release = TestRelease.signed(folder.resolve("r7"), 7);
        Files.delete(release.folder().resolve(TestRelease.PLUGIN));
        assertRefused("lacks the file " + TestRelease.PLUGIN, release);
    }

    @Test
    @Tag("A-956")
    void installsNothingThatIsNotListed() throws Exception {
        TestRelease release = TestRelease.signed(folder.resolve("r7"), 7);
        Files.writeString(release.folder().resolve("plugins/stowaway.jar"), "of no release");
        boolean[] seen = new boolean[1];
        Updater.Installer listed = till.installer;
        till.installer = (slot, known, repository) -> {
            seen[0] = Files.exists(repository.resolve("plugins/stowaway.jar"));
            listed.install(slot, known, repository);
        };
        till.apply(release);
        assertFalse(seen[0], "p2 must see no file that was not signed");
    }

    @Test
    @Tag("A-956")
    void refusesADowngrade() throws Exception {
        TestRelease old = TestRelease.signed(folder.resolve("r6"), 6);
        till.apply(TestRelease.signed(folder.resolve("r7"), 7));
        till.updater().confirm();
        assertEquals(
                "This till has seen release 7 already; the older 1.6 (release 6) is not taken.",
                assertThrows(UpdateException.class, () -> till.apply(old)).getMessage());
        assertEquals("code of release 7", till.starts());
    }

    @Test
    @Tag("A-956")
    void refusesOldWordsOfAChannelThatOnceWereNew() throws Exception {
        TestRelease old = TestRelease.signed(folder.resolve("r6"), 6);
        till.offer(TestRelease.signed(folder.resolve("r7"), 7).folder());
        assertRefused("has seen release 7 already", old);
    }

    @Test
    @Tag("A-956")
    void refusesWordsThatAreOutOfDate() throws Exception {
        TestRelease release = TestRelease.signed(folder.resolve("r7"), 7);
        Clock late = Clock.fixed(TestRelease.NOW.plus(Duration.ofDays(30)), ZoneOffset.UTC);
        Updater updater = new Updater(till.home, folder, late, till.installer, till.proof);
        String refusal = assertThrows(
                        UpdateException.class,
                        () -> updater.offer(Source.of(release.folder().toString())))
                .getMessage();
        assertTrue(refusal.contains("has expired"), refusal);
    }

    @Test
    @Tag("A-956")
    void aTillWithoutAKeyInstallsNothing() throws Exception {
        TestRelease release = TestRelease.signed(folder.resolve("r7"), 7);
        till.home.forget(Updater.KEYS);
        assertRefused("has no pinned key", release);
    }

    @Test
    void aPublisherMayHaveTwoKeys() throws Exception {
        var second = Ed25519.newKeyPair();
        till.home.keep(
                Updater.KEYS,
                Ed25519.encode(TestRelease.PUBLISHER.getPublic()) + "\n" + Ed25519.encode(second.getPublic()));
        till.apply(TestRelease.signedBy(second, folder.resolve("r7"), 7));
        assertEquals("code of release 7", till.starts());
    }

    private void assertRefused(String why, TestRelease release) throws IOException {
        String refusal =
                assertThrows(UpdateException.class, () -> till.apply(release)).getMessage();
        assertTrue(refusal.contains(why), refusal);
        assertEquals("as first installed", till.starts());
        assertFalse(till.home.isWhole(Slot.B));
    }

    private static void write(TestRelease release, String words) throws IOException {
        Files.writeString(release.folder().resolve(SignedRelease.FILE), words);
    }
}
