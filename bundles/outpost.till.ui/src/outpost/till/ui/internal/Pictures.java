package outpost.till.ui.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pictures on quick keys: those that the till ships, by name, and the shop's own. One that cannot be read is left out. */
final class Pictures {
    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final String OWN = "data:image/png;base64,";
    private static final int MOST = 400;

    private final Control owner;
    private final Map<String, Optional<Image>> known = new HashMap<>();

    /** @param owner with which the pictures go */
    Pictures(Control owner) {
        this.owner = owner;
        owner.addListener(SWT.Dispose, event -> forget());
    }

    /** @param picture a pictogram's name or {@code data:image/png;base64,…} */
    Optional<Image> of(String picture) {
        if (known.size() > MOST) {
            forget();
        }
        return known.computeIfAbsent(picture, this::load);
    }

    /** @param text {@code #rrggbb}; empty if it is no colour */
    static Optional<RGB> colour(String text) {
        if (!text.matches("#[0-9a-fA-F]{6}")) {
            return Optional.empty();
        }
        int rgb = Integer.parseInt(text.substring(1), 16);
        return Optional.of(new RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
    }

    private Optional<Image> load(String picture) {
        try {
            return picture.startsWith(OWN) ? own(picture.substring(OWN.length())) : shipped(picture);
        } catch (SWTException | IllegalArgumentException | UncheckedIOException e) {
            LOG.warn("A quick key's picture cannot be read", e);
            return Optional.empty();
        }
    }

    private Optional<Image> own(String base64) {
        ImageData[] images = new ImageLoader()
                .load(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
        return Optional.of(new Image(owner.getDisplay(), images[0]));
    }

    private Optional<Image> shipped(String name) {
        if (!name.matches("[a-z0-9-]{1,40}")) {
            return Optional.empty();
        }
        try (InputStream file = Pictures.class.getResourceAsStream("pictograms/" + name + ".svg")) {
            return file == null ? Optional.empty() : Optional.of(new Image(owner.getDisplay(), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget() {
        known.values().forEach(image -> image.ifPresent(Image::dispose));
        known.clear();
    }
}
