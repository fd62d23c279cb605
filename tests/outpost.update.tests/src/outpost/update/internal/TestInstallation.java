package outpost.update.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import outpost.protocol.Ed25519;
import outpost.update.internal.slots.Home;
import outpost.update.internal.trust.Offer;
import outpost.update.internal.trust.Source;

/** A till of one file in two slots, in place of the real one; an update replaces the file by the release's. */
final class TestInstallation {
    static final String PROGRAM = "program";

    final Path folder;
    final Home home;
    Updater.Installer installer = (slot, release, repository) -> {
        try {
            Files.copy(
                    repository.resolve(TestRelease.PLUGIN),
                    slot.resolve(PROGRAM),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UpdateException("the test's disk fails", e);
        }
    };
    Updater.Proof proof = (newer, older, data) -> {};

    TestInstallation(Path folder) throws IOException {
        this.folder = folder;
        Path product = folder.resolveSibling(folder.getFileName() + "-product");
        Files.createDirectories(product.resolve("starter"));
        Files.writeString(product.resolve("starter/till"), "starter");
        Files.writeString(product.resolve("starter/till.bat"), "starter");
        Files.writeString(product.resolve(PROGRAM), "as first installed");
        home = Installation.make(product, folder, Ed25519.encode(TestRelease.PUBLISHER.getPublic()));
    }

    Updater updater() {
        return updaterAt(home);
    }

    Updater updaterAt(Home where) {
        return new Updater(
                where,
                folder.resolveSibling("data"),
                Clock.fixed(TestRelease.NOW, ZoneOffset.UTC),
                (slot, release, repository) -> installer.install(slot, release, repository),
                (newer, older, data) -> proof.of(newer, older, data));
    }

    void apply(TestRelease release) throws InterruptedException {
        apply(release.folder());
    }

    void apply(Path repository) throws InterruptedException {
        updater().apply(offer(repository).orElseThrow());
    }

    Optional<Offer> offer(Path repository) throws InterruptedException {
        return updater().offer(Source.of(repository.toString()));
    }

    /** What the next start would run. */
    String starts() throws IOException {
        return Files.readString(home.folder(home.pointer().slot()).resolve(PROGRAM));
    }
}
