package outpost.devices.internal;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.devices.Print;

/** Reads pictures for paper: on white, and not wider than the paper. */
final class Pictures {
    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);

    /** A small file may unpack to a picture that fills the memory. */
    private static final int MAX_DOTS = 4_000;

    private Pictures() {}

    /** Empty, with a word in the log, if it cannot be read or is larger than 4,000 dots each way. */
    static Optional<BufferedImage> read(Print.Picture picture, int width) {
        try {
            String data = picture.dataUri().substring(picture.dataUri().indexOf(',') + 1);
            byte[] bytes = Base64.getMimeDecoder().decode(data);
            try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
                return Optional.of(onWhite(decoded(stream), width));
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("A picture was left out of a print: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static BufferedImage decoded(ImageInputStream stream) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
            throw new IOException("it is no PNG, JPEG or GIF");
        }
        ImageReader reader = readers.next();
        try {
            reader.setInput(stream);
            if (reader.getWidth(0) > MAX_DOTS || reader.getHeight(0) > MAX_DOTS) {
                throw new IOException("it has more than " + MAX_DOTS + " dots in a line or column");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage onWhite(BufferedImage picture, int most) {
        int width = Math.min(picture.getWidth(), most);
        int height = Math.max(1, picture.getHeight() * width / picture.getWidth());
        BufferedImage white = Paper.blank(width, height);
        Graphics2D pen = white.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return white;
    }
}
