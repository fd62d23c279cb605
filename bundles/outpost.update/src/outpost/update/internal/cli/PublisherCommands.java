package outpost.update.internal.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import outpost.protocol.Ed25519;
import outpost.protocol.Release;
import outpost.update.internal.Installation;
import outpost.update.internal.UpdateException;
import outpost.update.internal.publish.Signing;
import outpost.update.internal.publish.Slice;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is done before a till is updated: installing it, and making releases. */
final class PublisherCommands {
    private static final int DONE = 0;

    private PublisherCommands() {}

    @Command(
            name = "install",
            mixinStandardHelpOptions = true,
            description = "Makes a till with two slots out of a built one.")
    static final class Install implements Callable<Integer> {
        private final PrintStream out;

        @Option(names = "--product", required = true, paramLabel = "DIR", description = "The till as it was built.")
        private Path product;

        @Option(names = "--home", required = true, paramLabel = "DIR", description = "Where to install it.")
        private Path home;

        @Option(
                names = "--publisher",
                required = true,
                paramLabel = "FILE",
                description = "The public keys of who may publish updates for this till, one in a line.")
        private Path keys;

        Install(PrintStream out) {
            this.out = out;
        }

        @Override
        public Integer call() {
            Installation.make(product, home, read(keys));
            out.println("Installed. Start it with " + home.resolve("till"));
            return DONE;
        }
    }

    @Command(
            name = "key",
            mixinStandardHelpOptions = true,
            description = "Makes a publisher's key: FILE, and FILE.pub for the tills.")
    static final class Key implements Callable<Integer> {
        private final PrintStream out;

        @Option(
                names = "--to",
                required = true,
                paramLabel = "FILE",
                description = "A new file, which only you may read.")
        private Path file;

        Key(PrintStream out) {
            this.out = out;
        }

        @Override
        public Integer call() {
            KeyPair pair = Ed25519.newKeyPair();
            try {
                Files.createFile(file);
                if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
                }
                Files.writeString(file, Ed25519.encode(pair.getPrivate()) + "\n");
                Files.writeString(Path.of(file + ".pub"), Ed25519.encode(pair.getPublic()) + "\n");
            } catch (IOException e) {
                throw new UpdateException("Cannot write " + file + ": " + e, e);
            }
            out.println("Keep " + file + " where no till and no cloud can read it; tills get " + file + ".pub.");
            return DONE;
        }
    }

    @Command(
            name = "release",
            mixinStandardHelpOptions = true,
            description = "Takes units out of a built repository and signs them as a release.")
    static final class Prepare implements Callable<Integer> {
        private final PrintStream out;
        private final Clock clock;

        @Option(names = "--repository", required = true, paramLabel = "DIR", description = "The build's p2 repository.")
        private Path repository;

        @Option(
                names = "--unit",
                required = true,
                paramLabel = "BUNDLE",
                description =
                        "A bundle that changed since the tills were installed, for example outpost.catalog; may be repeated.")
        private List<String> units;

        @Option(names = "--number", required = true, paramLabel = "N", description = "Higher than any release before.")
        private long number;

        @Option(names = "--name", required = true, paramLabel = "VERSION", description = "What people call it.")
        private String version;

        @Option(
                names = "--days",
                defaultValue = "90",
                paramLabel = "N",
                description = "How long tills may install it (${DEFAULT-VALUE}).")
        private int days;

        @Option(names = "--key", required = true, paramLabel = "FILE", description = "The publisher's key.")
        private Path key;

        @Option(names = "--to", required = true, paramLabel = "DIR", description = "A new folder for the release.")
        private Path target;

        Prepare(PrintStream out, Clock clock) {
            this.out = out;
            this.clock = clock;
        }

        @Override
        public Integer call() {
            PrivateKey signer = privateKey();
            if (Files.exists(target)) {
                throw new UpdateException(target + " is there already.");
            }
            List<Release.Unit> installed = new Slice(repository, target).of(units);
            Instant now = clock.instant();
            Release release =
                    Signing.sign(target, number, version, now, now.plus(Duration.ofDays(days)), installed, signer);
            long bytes = release.files().stream().mapToLong(Release.File::size).sum();
            out.println(release.title() + ": " + release.files().size() + " files, " + bytes + " bytes, in " + target);
            return DONE;
        }

        private PrivateKey privateKey() {
            try {
                return Ed25519.privateKey(read(key).strip());
            } catch (IllegalArgumentException e) {
                throw new UpdateException(key + " is no publisher's key.", e);
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UpdateException("Cannot read " + file + ": " + e, e);
        }
    }
}
