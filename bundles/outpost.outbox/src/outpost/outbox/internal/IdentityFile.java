package outpost.outbox.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.Json;

/** The copy in the file {@code terminal.json} beside the database; what is secret in it is sealed by the vault before it comes here. */
final class IdentityFile implements IdentityCopy {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityFile.class);

    private final Path file;

    IdentityFile(Path folder) {
        this.file = folder.resolve("terminal.json");
    }

    @Override
    public Map<String, byte[]> read() {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return Json.mapper().readValue(Files.readAllBytes(file), new TypeReference<Map<String, byte[]>>() {});
        } catch (IOException e) {
            LOG.warn("The copy of this till's identity in {} cannot be read", file, e);
            return Map.of();
        }
    }

    @Override
    public void keep(Map<String, byte[]> values) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            write(fresh, Json.write(values));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("This till's identity could not be copied to {}; the next start tries again", file, e);
        }
    }

    private static void write(Path path, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }
}
