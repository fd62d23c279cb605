package outpost.application.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Display;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The typefaces that the product brings, so that the till looks the same on every machine. Where fontconfig finds them by itself
 * (Linux), the start script tells it, because GTK takes no new ones after its start.
 */
final class Typefaces {
    private static final Logger LOG = LoggerFactory.getLogger(Typefaces.class);

    private Typefaces() {}

    /** @param folder holds the files */
    static void load(Display display, Optional<Path> folder) {
        folder.ifPresent(present -> files(present).forEach(file -> {
            if (!display.loadFont(file.toString())) {
                LOG.warn("The window system does not take the typeface {}; its own is used", file);
            }
        }));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            file.toString().endsWith(".ttf") || file.toString().endsWith(".otf"))
                    .toList();
        } catch (IOException e) {
            LOG.warn("The typefaces in {} cannot be read; the window system's own are used", folder, e);
            return List.of();
        }
    }
}
