package outpost.tools.internal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import outpost.tools.internal.Folders;
import outpost.tools.internal.Installation;
import outpost.tools.internal.ToolException;

/** Where a bench's processes keep what they keep: gone when it has ended well, and left for whoever looks for the cause when it has not. */
final class BenchFolder {
    private final Path path;

    private BenchFolder(Path path) {
        this.path = path;
    }

    static BenchFolder make(Installation installation, String name) {
        try {
            Path parent = Files.createDirectories(installation.state().resolve("bench"));
            return new BenchFolder(Files.createTempDirectory(parent, name));
        } catch (IOException e) {
            throw new ToolException("there is no place for the bench: " + e.getMessage(), e);
        }
    }

    Path path() {
        return path;
    }

    void delete() {
        try {
            Folders.delete(path);
        } catch (IOException e) {
            throw new ToolException("cannot delete what the bench needed, in " + path + ": " + e.getMessage(), e);
        }
    }
}
