package outpost.cloud.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files with secrets, which nobody but their owner reads. */
public final class OwnerOnly {
    private OwnerOnly() {}

    /** Writes a whole file: aside and renamed, so that a crash leaves no half of it behind. */
    public static void write(Path file, String content) throws IOException {
        Path draft = Files.createTempFile(
                file.toAbsolutePath().getParent(), file.getFileName().toString(), ".new", permissions(file));
        Files.writeString(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] permissions(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
