package outpost.tools.internal.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.tools.internal.ToolException;

/** The tills of one replay. They belong to one cloud, one file and one number of tills: with others, tickets would be rung twice. */
final class ReplayFolder {
    private static final int SHORT_HASH = 12;

    private final Path root;
    private final Purpose purpose;

    ReplayFolder(Path root, Purpose purpose) {
        this.root = root;
        this.purpose = purpose;
    }

    /** What the folder's tills are for. */
    record Purpose(String cloudId, String invoicesSha256, int tills) {
        static Purpose of(String cloudId, Path invoices, int tills) {
            return new Purpose(cloudId, sha256(invoices), tills);
        }

        /** A place of its own within a folder of many replays. */
        Path within(Path folder) {
            return folder.resolve(cloudId).resolve(tills + "-" + invoicesSha256.substring(0, SHORT_HASH));
        }
    }

    /**
     * Makes the folders, or checks that those that are there are for the same purpose.
     *
     * @throws ToolException if they are for another
     */
    List<TillFolder> open() {
        Path note = root.resolve("replay.json");
        try {
            if (Files.exists(note)) {
                Purpose present = Json.read(Files.readString(note), Purpose.class);
                if (!present.equals(purpose)) {
                    throw new ToolException(
                            root + " holds the tills of another replay (another cloud, file, or number of tills);"
                                    + " name another folder with --data");
                }
            } else {
                Files.createDirectories(root);
                Files.writeString(note, Json.write(purpose));
            }
        } catch (IOException | MalformedMessageException e) {
            throw new ToolException("cannot use the folder " + root + ": " + e.getMessage(), e);
        }
        List<TillFolder> tills = IntStream.rangeClosed(1, purpose.tills())
                .mapToObj(number -> new TillFolder(root.resolve("till" + number)))
                .toList();
        tills.forEach(TillFolder::create);
        return tills;
    }

    @Override
    public String toString() {
        return root.toString();
    }

    private static String sha256(Path file) {
        try (DigestInputStream content =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest());
        } catch (IOException e) {
            throw new ToolException("cannot read " + file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
