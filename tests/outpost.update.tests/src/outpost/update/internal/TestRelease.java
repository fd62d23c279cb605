package outpost.update.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import outpost.protocol.Ed25519;
import outpost.protocol.Release;
import outpost.update.internal.publish.Signing;

/** A small repository that a publisher signed. */
record TestRelease(Path folder, Release release) {
    static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    static final KeyPair PUBLISHER = Ed25519.newKeyPair();
    static final String PLUGIN = "plugins/outpost.catalog_1.0.1.jar";

    static TestRelease signed(Path folder, long number) throws IOException {
        return signedBy(PUBLISHER, folder, number);
    }

    static TestRelease signedBy(KeyPair publisher, Path folder, long number) throws IOException {
        Files.createDirectories(folder.resolve("plugins"));
        Files.writeString(folder.resolve("content.xml"), "<repository number='" + number + "'/>");
        Files.writeString(folder.resolve("artifacts.xml"), "<repository/>");
        Files.writeString(folder.resolve(PLUGIN), "code of release " + number);
        Release release = Signing.sign(
                folder,
                number,
                "1." + number,
                NOW.minus(Duration.ofDays(1)),
                NOW.plus(Duration.ofDays(30)),
                List.of(new Release.Unit("outpost.catalog.feature.feature.group", "1.0." + number)),
                publisher.getPrivate());
        return new TestRelease(folder, release);
    }
}
