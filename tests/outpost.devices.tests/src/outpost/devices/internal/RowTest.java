package outpost.devices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import outpost.devices.Print.Align;
import outpost.devices.Print.Pair;
import outpost.devices.Print.Style;
import outpost.devices.Print.Text;

class RowTest {
    @Test
    void aLongTextIsBrokenBetweenWords() {
        assertEquals(
                List.of("the quick", "brown fox"),
                texts(Row.of(new Text("the quick brown fox", Align.LEFT, Style.PLAIN), 10)));
    }

    @Test
    void aWordThatIsTooLongIsBrokenAnywhere() {
        assertEquals(
                List.of("0123456789", "abc"), texts(Row.of(new Text("0123456789abc", Align.LEFT, Style.PLAIN), 10)));
    }

    @Test
    void theIndentationOfATextStays() {
        assertEquals(List.of("  2 x 1.99"), texts(Row.of(new Text("  2 x 1.99", Align.LEFT, Style.PLAIN), 24)));
    }

    @Test
    void aTextStandsInTheMiddleOrAtTheRight() {
        assertEquals(List.of("   mid"), texts(Row.of(new Text("mid", Align.CENTRE, Style.PLAIN), 10)));
        assertEquals(List.of("       end"), texts(Row.of(new Text("end", Align.RIGHT, Style.PLAIN), 10)));
    }

    @Test
    void aPairFillsTheLine() {
        assertEquals(List.of("Milk  1.29"), texts(Row.of(new Pair("Milk", "1.29", Style.PLAIN), 10)));
    }

    @Test
    void thePriceOfALongNameStandsWhereTheNameEnds() {
        assertEquals(
                List.of("Fresh cow", "milk  1.29"), texts(Row.of(new Pair("Fresh cow milk", "1.29", Style.PLAIN), 10)));
        assertEquals(List.of("Freshmilk", "      1.29"), texts(Row.of(new Pair("Freshmilk", "1.29", Style.PLAIN), 10)));
    }

    @Test
    void doubleCharactersTakeTwoCells() {
        assertEquals(List.of("TOT  1"), texts(Row.of(new Pair("TOT", "1", Style.DOUBLE), 12)));
    }

    @Test
    void chineseTakesTwoCellsAndAnAccentNone() {
        assertEquals(List.of("茶叶    58"), texts(Row.of(new Pair("茶叶", "58", Style.PLAIN), 10)));
        assertEquals(List.of("e\u0301    58"), texts(Row.of(new Pair("e\u0301", "58", Style.PLAIN), 7)));
    }

    @Test
    void noRowIsEverWiderThanThePaperAndNothingIsLost() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            int width = 24 + random.nextInt(40);
            String left = RandomText.of(random, 120);
            String right = RandomText.of(random, 30);
            Style style = Style.values()[random.nextInt(3)];
            List<Row> rows = Row.of(new Pair(left, right, style), width);
            StringBuilder all = new StringBuilder();
            for (Row row : rows) {
                all.append(row.text());
                assertTrue(
                        Cells.in(row.text()) * Row.cells(style) <= width,
                        () -> "seed " + seed + ": '" + row.text() + "' on " + width);
            }
            assertEquals((left + right).replace(" ", ""), all.toString().replace(" ", ""), "seed " + seed);
        }
    }

    private static List<String> texts(List<Row> rows) {
        return rows.stream().map(Row::text).toList();
    }
}
