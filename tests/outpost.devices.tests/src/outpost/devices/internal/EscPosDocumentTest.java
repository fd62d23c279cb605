package outpost.devices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import outpost.devices.Print;
import outpost.devices.Print.Align;
import outpost.devices.Print.Style;
import outpost.devices.Print.Symbology;
import outpost.fixtures.paper.EscPosReader;
import outpost.fixtures.paper.Mark;
import outpost.fixtures.paper.PaperPicture;

/** The bytes for a document, as a printer understands them. */
class EscPosDocumentTest {
    private static final Alphabet ALPHABET = new Alphabet(CodePage.list("cp858,cp866,cp852,windows-1252"));

    @Test
    void textsStandAsTheyWereWrittenAndTheSlipIsCutOff() {
        List<Mark> marks = printed(
                32,
                Print.titled("t")
                        .text("Shop", Align.CENTRE, Style.DOUBLE)
                        .pair("Молоко", "89,90")
                        .pair("Käse 5 €", "1,29", Style.BOLD)
                        .rule());

        assertEquals(new Mark.Line("      Shop", true, 2), marks.get(0));
        assertEquals(new Mark.Line("Молоко                     89,90", false, 1), marks.get(1));
        assertEquals(new Mark.Line("Käse 5 €                    1,29", true, 1), marks.get(2));
        assertEquals(new Mark.Line("-".repeat(32), false, 1), marks.get(3));
        assertEquals(new Mark.Cut(), marks.get(marks.size() - 1));
        assertTrue(marks.subList(4, marks.size() - 1).stream().allMatch(new Mark.Line("", false, 1)::equals));
    }

    @Test
    void whatNoPageHasIsDrawnAsWideAsThePaper() {
        List<Mark> marks =
                printed(48, Print.titled("t").pair("Қўй гўшти", "95 000").text("茶", Align.LEFT, Style.DOUBLE));

        Mark.Raster plain = (Mark.Raster) marks.get(0);
        Mark.Raster twice = (Mark.Raster) marks.get(1);
        assertEquals(
                List.of(576, 30),
                List.of(plain.image().getWidth(), plain.image().getHeight()));
        assertEquals(
                List.of(576, 60),
                List.of(twice.image().getWidth(), twice.image().getHeight()));
        assertTrue(ink(plain.image(), 0, 120) > 200, "the name is drawn at the left");
        assertEquals(0, ink(plain.image(), 130, 490), "nothing is between name and price");
        assertTrue(ink(plain.image(), 504, 576) > 100, "the price is drawn at the right");
    }

    @Test
    void aShortCodeIsPrintedAsBarsAndALongOneAsASquareWithItsText() {
        assertEquals(
                new Mark.Bars("2-{17}"),
                printed(32, Print.titled("t").code(Symbology.CODE_128, "2-{17}"))
                        .get(0));

        List<Mark> marks = printed(32, Print.titled("t").code(Symbology.CODE_128, "a code that is too long"));
        assertEquals(new Mark.Square("a code that is too long", 6), marks.get(0));
        assertTrue(marks.contains(new Mark.Line("    a code that is too long", false, 1)), marks::toString);
    }

    @Test
    void aSquareCodeFitsThePaperHoweverMuchItHolds() {
        for (int length : List.of(1, 84, 85, 331, 332, 900)) {
            Mark.Square square = (Mark.Square) printed(32, Print.titled("t").code(Symbology.QR, "x".repeat(length)))
                    .get(0);
            assertEquals(length, square.value().length());
            int width = PaperPicture.square(square).getWidth();
            assertTrue(width <= 384, length + " characters are " + width + " dots wide");
        }
    }

    @Test
    void aPictureIsMadeAsSmallAsThePaperAndItsHolesAreWhite() throws IOException {
        BufferedImage picture = new BufferedImage(800, 400, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fillRect(0, 0, 400, 400);
        pen.dispose();

        List<Mark> marks = printed(32, Print.titled("t").picture(dataUri(picture)));

        List<Mark.Raster> strips = marks.stream()
                .filter(Mark.Raster.class::isInstance)
                .map(Mark.Raster.class::cast)
                .toList();
        assertEquals(
                192,
                strips.stream().mapToInt(strip -> strip.image().getHeight()).sum());
        for (Mark.Raster strip : strips) {
            assertTrue(strip.centred());
            assertEquals(384, strip.image().getWidth());
            assertEquals(190 * strip.image().getHeight(), ink(strip.image(), 0, 190));
            assertEquals(0, ink(strip.image(), 194, 384));
        }
    }

    @Test
    void aPictureThatCannotBeReadIsLeftOut() {
        List<Mark> marks = printed(
                32,
                Print.titled("t")
                        .picture("data:image/png;base64,bm8gcGljdHVyZQ==")
                        .picture("data:image/png;base64,!")
                        .text("on"));

        assertEquals(new Mark.Line("on", false, 1), marks.get(0));
    }

    @Test
    void noNameOfAProductIsACommand() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            StringBuilder name = new StringBuilder(RandomText.of(random, 60));
            for (int control = 0; control < 5; control++) {
                name.insert(random.nextInt(name.length() + 1), (char) random.nextInt(32));
            }
            List<Mark> marks =
                    printed(24 + random.nextInt(25), Print.titled("t").pair(name.toString(), "1.29"));
            assertTrue(
                    marks.stream()
                            .limit(marks.size() - 1L)
                            .allMatch(mark -> mark instanceof Mark.Line || mark instanceof Mark.Raster),
                    () -> "seed " + seed + ": " + name);
        }
    }

    static String dataUri(BufferedImage image) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private static List<Mark> printed(int width, Print.Builder print) {
        return EscPosReader.marks(EscPosDocument.of(print.print(), new Paper(width), ALPHABET));
    }

    private static int ink(BufferedImage image, int from, int to) {
        int dots = 0;
        for (int x = from; x < to; x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                dots += (image.getRGB(x, y) & 0xFF) == 0 ? 1 : 0;
            }
        }
        return dots;
    }
}
