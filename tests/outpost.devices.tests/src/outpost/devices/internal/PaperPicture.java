package outpost.devices.internal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What came out of a printer, as a picture: drawn from the bytes that it got, not from what the till meant. */
final class PaperPicture {
    private static final int CELL_DOTS = 12;
    private static final int LINE_DOTS = 30;
    private static final int BASELINE_DOTS = 22;
    private static final int BAR_HEIGHT_DOTS = 72;
    private static final int MARGIN_DOTS = 32;

    private PaperPicture() {}

    static BufferedImage of(List<Mark> marks, int width) {
        List<BufferedImage> strips = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark instanceof Mark.Line line) {
                strips.add(text(line.text(), line.bold(), line.scale(), width));
            } else if (mark instanceof Mark.Raster raster) {
                strips.add(raster.centred() ? centred(raster.image(), width) : raster.image());
            } else if (mark instanceof Mark.Bars bars) {
                strips.add(centred(bars(bars.value()), width));
                strips.add(centred(text(bars.value(), false, 1, bars.value().length() * CELL_DOTS), width));
            } else if (mark instanceof Mark.Square square) {
                strips.add(centred(square(square), width));
            }
        }
        int height = strips.stream().mapToInt(BufferedImage::getHeight).sum();
        BufferedImage paper = Paper.blank(width + 2 * MARGIN_DOTS, height + 2 * MARGIN_DOTS);
        Graphics2D pen = paper.createGraphics();
        int top = MARGIN_DOTS;
        for (BufferedImage strip : strips) {
            pen.drawImage(strip, MARGIN_DOTS, top, null);
            top += strip.getHeight();
        }
        pen.dispose();
        return paper;
    }

    static BufferedImage square(Mark.Square square) {
        try {
            BitMatrix modules = new QRCodeWriter()
                    .encode(
                            square.value(),
                            BarcodeFormat.QR_CODE,
                            1,
                            1,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 0));
            return enlarged(modules, square.moduleDots(), square.moduleDots());
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BufferedImage bars(String value) {
        BitMatrix modules =
                new Code128Writer().encode(value, BarcodeFormat.CODE_128, 1, 1, Map.of(EncodeHintType.MARGIN, 0));
        return enlarged(modules, 2, BAR_HEIGHT_DOTS);
    }

    private static BufferedImage enlarged(BitMatrix modules, int across, int down) {
        BufferedImage image = Paper.blank(modules.getWidth() * across, modules.getHeight() * down);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                if (modules.get(x / across, y / down)) {
                    image.setRGB(x, y, 0);
                }
            }
        }
        return image;
    }

    /** Each character in its cell, as in a printer's own font. */
    private static BufferedImage text(String text, boolean bold, int scale, int width) {
        BufferedImage line = Paper.blank(width, LINE_DOTS * scale);
        Graphics2D pen = line.createGraphics();
        pen.setColor(Color.BLACK);
        pen.setTransform(AffineTransform.getScaleInstance(scale, scale));
        pen.setFont(new Font(Font.MONOSPACED, bold ? Font.BOLD : Font.PLAIN, 20));
        int cell = 0;
        for (int character : text.codePoints().toArray()) {
            pen.drawString(Character.toString(character), cell * CELL_DOTS, BASELINE_DOTS);
            cell++;
        }
        pen.dispose();
        return line;
    }

    private static BufferedImage centred(BufferedImage image, int width) {
        BufferedImage wide = Paper.blank(width, image.getHeight());
        Graphics2D pen = wide.createGraphics();
        pen.drawImage(image, (width - image.getWidth()) / 2, 0, null);
        pen.dispose();
        return wide;
    }
}
