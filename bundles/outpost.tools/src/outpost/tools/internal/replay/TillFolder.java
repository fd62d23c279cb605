package outpost.tools.internal.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import outpost.tools.internal.ToolException;

/** What one till of a replay keeps: its database, Equinox's caches, its log, and a mark that it is enrolled. */
record TillFolder(Path root) {
    Path data() {
        return root.resolve("data");
    }

    Path configuration() {
        return root.resolve("configuration");
    }

    Path log() {
        return root.resolve("till.log");
    }

    boolean isEnrolled() {
        return Files.exists(mark());
    }

    /** Only spares the cloud a terminal that nobody becomes: who the till is, it knows itself. */
    void markEnrolled() {
        try {
            Files.writeString(mark(), "");
        } catch (IOException e) {
            throw new ToolException("cannot write " + mark(), e);
        }
    }

    void create() {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new ToolException("cannot make the folder " + root, e);
        }
    }

    private Path mark() {
        return root.resolve("enrolled");
    }
}
