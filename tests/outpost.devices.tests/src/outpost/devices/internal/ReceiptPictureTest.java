package outpost.devices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import outpost.devices.Print;
import outpost.devices.Print.Align;
import outpost.devices.Print.Style;
import outpost.devices.Print.Symbology;
import outpost.fixtures.paper.EscPosReader;
import outpost.fixtures.paper.Mark;
import outpost.fixtures.paper.PaperPicture;

/** A whole receipt, from the document over the printer's bytes to what a customer holds in the hand. */
class ReceiptPictureTest {
    private static final Map<DecodeHintType, ?> HARD = Map.of(DecodeHintType.TRY_HARDER, true);
    private static final Paper PAPER = new Paper(48);
    private static final Alphabet ALPHABET = new Alphabet(CodePage.list("cp858,cp866,cp852,windows-1252"));

    @Test
    void bothCodesOfAReceiptCanBeScannedFromThePaper() throws IOException, ReaderException {
        BufferedImage paper = picture();

        assertEquals("2-000017", new QRCodeReader().decode(bitmap(paper), HARD).getText());
        assertEquals("2-000017", new Code128Reader().decode(bitmap(paper), HARD).getText());
    }

    private static BufferedImage picture() throws IOException {
        List<Mark> marks = EscPosReader.marks(EscPosDocument.of(receipt(), PAPER, ALPHABET));
        return PaperPicture.of(marks, PAPER.dots());
    }

    private static Print receipt() throws IOException {
        return Print.titled("Receipt 2-000017")
                .picture(EscPosDocumentTest.dataUri(logo()))
                .text("Corner shop", Align.CENTRE, Style.DOUBLE)
                .centred("Open every day from 7 to 22")
                .space()
                .pair("Receipt 2-000017", "2026-03-01 10:24")
                .pair("Lane 2", "Shift 41")
                .rule()
                .pair("Milk 3.5%, 1 l", "1.29")
                .text("Rye bread, sliced")
                .pair("  2 x 2.49", "4.98")
                .pair("  Discount 10%, day-old", "-0.50")
                .pair("Crème fraîche, Käse & Brötchen", "6.85")
                .pair("Чай чёрный крупнолистовой", "4.20")
                .pair("Qoʻy goʻshti (mol), 0.482 kg", "5.11")
                .pair("Қўй гўшти", "7.30")
                .pair("龙井茶叶 100 g", "8.90")
                .rule()
                .pair("TOTAL EUR", "38.13", Style.DOUBLE)
                .pair("Card, terminal ref. 004711", "20.00")
                .pair("Cash", "20.00")
                .pair("Change", "1.87", Style.BOLD)
                .rule()
                .pair("VAT 7% in 30.83", "2.02")
                .pair("VAT 19% in 7.30", "1.17")
                .space()
                .centred("Thank you. Goods may be returned within")
                .centred("14 days with this receipt.")
                .space()
                .code(Symbology.QR, "2-000017")
                .space()
                .code(Symbology.CODE_128, "2-000017")
                .print();
    }

    private static BufferedImage logo() {
        BufferedImage logo = Paper.blank(220, 90);
        Graphics2D pen = logo.createGraphics();
        pen.setColor(Color.BLACK);
        pen.setStroke(new BasicStroke(6));
        pen.drawRoundRect(5, 5, 210, 80, 40, 40);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 44));
        pen.drawString("C O R", 48, 61);
        pen.dispose();
        return logo;
    }

    private static BinaryBitmap bitmap(BufferedImage image) {
        int[] dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), dots)));
    }
}
