package outpost.update.internal.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import outpost.protocol.Json;
import outpost.protocol.Release;
import outpost.protocol.SignedRelease;
import outpost.update.internal.UpdateException;
import outpost.update.internal.trust.Address;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What an operator does with releases at the cloud. */
final class CloudCommands {
    private static final int DONE = 0;

    private CloudCommands() {}

    @Command(
            name = "publish",
            mixinStandardHelpOptions = true,
            description = "Brings a release to the cloud; no till gets it yet.")
    static final class Publish implements Callable<Integer> {
        private final PrintStream out;

        @Mixin
        private Cloud cloud;

        @Option(names = "--release", required = true, paramLabel = "DIR", description = "What 'update release' made.")
        private Path folder;

        Publish(PrintStream out) {
            this.out = out;
        }

        @Override
        public Integer call() throws InterruptedException {
            try {
                Release release = Json.read(Files.readString(folder.resolve(SignedRelease.FILE)), SignedRelease.class)
                        .claimed();
                Path zip = Files.createTempFile("outpost-release", ".zip");
                try {
                    pack(release, zip);
                    cloud.call("POST", "releases", "application/zip", BodyPublishers.ofFile(zip));
                } finally {
                    Files.delete(zip);
                }
                out.println(release.title() + " is at the cloud; see: update promote");
                return DONE;
            } catch (IOException e) {
                throw new UpdateException("There is no release in " + folder + ": " + e, e);
            }
        }

        /** What the files are comes first, so that the cloud can look at each as it arrives. */
        private void pack(Release release, Path zip) throws IOException {
            try (OutputStream file = Files.newOutputStream(zip);
                    ZipOutputStream entries = new ZipOutputStream(file)) {
                entries.putNextEntry(new ZipEntry(SignedRelease.FILE));
                Files.copy(folder.resolve(SignedRelease.FILE), entries);
                for (Release.File one : release.files()) {
                    entries.putNextEntry(new ZipEntry(one.path()));
                    Files.copy(folder.resolve(one.path()), entries);
                }
            }
        }
    }

    /** What is done to one ring. */
    abstract static class OfRing implements Callable<Integer> {
        final PrintStream out;

        @Mixin
        Cloud cloud;

        @Option(names = "--ring", required = true, paramLabel = "RING", description = "pilot, wave or all")
        String ring;

        OfRing(PrintStream out) {
            this.out = out;
        }
    }

    @Command(name = "promote", mixinStandardHelpOptions = true, description = "Gives a release to a ring of branches.")
    static final class Promote extends OfRing {
        @Option(names = "--number", required = true, paramLabel = "N", description = "The release's number.")
        private long number;

        Promote(PrintStream out) {
            super(out);
        }

        @Override
        public Integer call() throws InterruptedException {
            cloud.call(
                    "PUT",
                    "channels/" + ring,
                    "application/json",
                    BodyPublishers.ofString("{\"number\":" + number + "}"));
            out.println("The ring " + ring + " gets release " + number + ".");
            return DONE;
        }
    }

    @Command(
            name = "halt",
            mixinStandardHelpOptions = true,
            description = "Gives a ring nothing until the next promotion.")
    static final class Halt extends OfRing {
        Halt(PrintStream out) {
            super(out);
        }

        @Override
        public Integer call() throws InterruptedException {
            cloud.call("POST", "channels/" + ring + "/halt", "application/json", BodyPublishers.noBody());
            out.println("The ring " + ring + " gets nothing.");
            return DONE;
        }
    }

    /** The options that say which cloud, and by what right. */
    static final class Cloud {
        private static final Duration LIMIT = Duration.ofMinutes(10);
        private static final int OK_BELOW = 300;

        @Option(
                names = "--cloud",
                required = true,
                paramLabel = "URL",
                description =
                        "The cloud's address; #pin=FINGERPRINT behind it where the cloud has a certificate of its own.")
        private String cloud;

        @Option(
                names = "--admin-token-file",
                required = true,
                paramLabel = "FILE",
                description = "The file admin.token in the cloud's data folder.")
        private Path token;

        void call(String method, String path, String type, BodyPublisher body) throws InterruptedException {
            Address address = Address.of(cloud);
            try {
                HttpRequest request = HttpRequest.newBuilder(address.root().resolve("/api/v1/admin/updates/" + path))
                        .timeout(LIMIT)
                        .header(
                                "Authorization",
                                "Bearer " + Files.readString(token).strip())
                        .header("Content-Type", type)
                        .method(method, body)
                        .build();
                HttpResponse<String> answer = address.client().send(request, BodyHandlers.ofString());
                if (answer.statusCode() >= OK_BELOW) {
                    throw new UpdateException("The cloud refused: " + answer.body());
                }
            } catch (IOException e) {
                throw new UpdateException("The cloud at " + cloud + " cannot be reached: " + e, e);
            }
        }
    }
}
