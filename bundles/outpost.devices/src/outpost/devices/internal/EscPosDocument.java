package outpost.devices.internal;

import com.github.anastaciocintra.escpos.EscPos;
import com.github.anastaciocintra.escpos.EscPosConst.Justification;
import com.github.anastaciocintra.escpos.Style;
import com.github.anastaciocintra.escpos.Style.FontSize;
import com.github.anastaciocintra.escpos.barcode.BarCode;
import com.github.anastaciocintra.escpos.barcode.QRCode;
import com.github.anastaciocintra.escpos.image.BitonalOrderedDither;
import com.github.anastaciocintra.escpos.image.CoffeeImageImpl;
import com.github.anastaciocintra.escpos.image.EscPosImage;
import com.github.anastaciocintra.escpos.image.RasterBitImageWrapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import outpost.devices.Print;

/** Says a document in ESC/POS, Epson's language, which nearly all receipt printers understand. */
final class EscPosDocument {
    /** From the print head to the knife. */
    private static final int LINES_TO_KNIFE = 5;
    /** Some printers have no more memory than this for one picture. */
    private static final int PICTURE_STRIP_DOTS = 128;

    private static final int BAR_DOTS = 2;
    private static final int BAR_HEIGHT_DOTS = 72;
    private static final int BARS_PER_CHARACTER = 11;
    /** Start, checksum, stop, and the white before and after them. */
    private static final int BARS_AROUND = 55;

    private final Paper paper;
    private final Alphabet alphabet;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final EscPos printer = new EscPos(bytes);

    private EscPosDocument(Paper paper, Alphabet alphabet) {
        this.paper = paper;
        this.alphabet = alphabet;
    }

    static byte[] of(Print print, Paper paper, Alphabet alphabet) {
        EscPosDocument document = new EscPosDocument(paper, alphabet);
        try {
            document.write(print);
        } catch (IOException e) {
            throw new UncheckedIOException("no disk and no network is asked here", e);
        }
        return document.bytes.toByteArray();
    }

    private void write(Print print) throws IOException {
        printer.initializePrinter();
        for (Print.Line line : print.lines()) {
            write(line);
        }
        printer.feed(new Style(), LINES_TO_KNIFE);
        printer.cut(EscPos.CutMode.PART);
    }

    private void write(Print.Line line) throws IOException {
        if (line instanceof Print.Text text) {
            rows(Row.of(new Print.Text(alphabet.spelt(text.text()), text.align(), text.style()), paper.width()));
        } else if (line instanceof Print.Pair pair) {
            rows(Row.of(
                    new Print.Pair(alphabet.spelt(pair.left()), alphabet.spelt(pair.right()), pair.style()),
                    paper.width()));
        } else if (line instanceof Print.Rule) {
            rows(List.of(Row.rule(paper.width())));
        } else if (line instanceof Print.Code code) {
            code(code);
        } else if (line instanceof Print.Picture picture) {
            Optional<BufferedImage> image = Pictures.read(picture, paper.dots());
            if (image.isPresent()) {
                picture(image.get(), Justification.Center);
            }
        }
    }

    private void rows(List<Row> rows) throws IOException {
        for (Row row : rows) {
            Optional<List<Alphabet.Piece>> pieces = alphabet.pieces(row.text());
            if (pieces.isPresent()) {
                characters(pieces.get(), row.style());
            } else {
                picture(paper.drawn(row), Justification.Left_Default);
            }
        }
    }

    private void characters(List<Alphabet.Piece> pieces, Print.Style style) throws IOException {
        printer.write(styleOf(style), "");
        for (Alphabet.Piece piece : pieces) {
            printer.setPrinterCharacterTable(piece.page().number());
            byte[] text = piece.bytes();
            printer.write(text, 0, text.length);
        }
        printer.write('\n');
    }

    private void picture(BufferedImage image, Justification where) throws IOException {
        RasterBitImageWrapper raster = new RasterBitImageWrapper().setJustification(where);
        for (int top = 0; top < image.getHeight(); top += PICTURE_STRIP_DOTS) {
            int height = Math.min(PICTURE_STRIP_DOTS, image.getHeight() - top);
            BufferedImage strip = image.getSubimage(0, top, image.getWidth(), height);
            printer.write(raster, new EscPosImage(new CoffeeImageImpl(strip), new BitonalOrderedDither()));
        }
    }

    private void code(Print.Code code) throws IOException {
        if (code.symbology() == Print.Symbology.CODE_128) {
            if (BAR_DOTS * (BARS_PER_CHARACTER * code.value().length() + BARS_AROUND) <= paper.dots()) {
                bars(code.value());
            } else {
                square(code.value());
                rows(Row.of(new Print.Text(code.value(), Print.Align.CENTRE, Print.Style.PLAIN), paper.width()));
            }
        } else {
            square(code.value());
        }
    }

    private void bars(String value) throws IOException {
        BarCode bars = new BarCode()
                .setSystem(BarCode.BarCodeSystem.CODE128)
                .setBarCodeSize(BAR_DOTS, BAR_HEIGHT_DOTS)
                .setHRIPosition(BarCode.BarCodeHRIPosition.BelowBarCode)
                .setJustification(Justification.Center);
        // The printer's own sign for code set B; a brace of the value is doubled.
        printer.write(bars, "{B" + value.replace("{", "{{"));
        printer.write('\n');
    }

    private void square(String value) throws IOException {
        QRCode square = new QRCode()
                .setModel(QRCode.QRModel._2)
                .setErrorCorrectionLevel(QRCode.QRErrorCorrectionLevel.QR_ECLEVEL_M_Default)
                .setSize(moduleDots(value.length()))
                .setJustification(Justification.Center);
        printer.write(square, value);
        printer.write('\n');
    }

    /** As large as the narrowest paper allows: versions 5, 13 and 25 at correction level M hold so much. */
    private static int moduleDots(int length) {
        if (length <= 84) {
            return 6;
        }
        return length <= 331 ? 5 : 3;
    }

    private static Style styleOf(Print.Style style) {
        return switch (style) {
            case PLAIN -> new Style();
            case BOLD -> new Style().setBold(true);
            case DOUBLE -> new Style().setBold(true).setFontSize(FontSize._2, FontSize._2);
        };
    }
}
