package outpost.devices.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import outpost.devices.PaperLines;
import outpost.devices.Print;
import outpost.devices.Print.Align;
import outpost.devices.Print.Style;
import outpost.devices.Print.Symbology;

class PaperLinesTest {
    @Test
    void aDocumentIsBrokenAsOnPaperButInOneSize() {
        Print print = Print.titled("t")
                .picture("data:image/png;base64,AAAA")
                .text("Shop", Align.CENTRE, Style.DOUBLE)
                .rule()
                .pair("Fresh cow milk", "1.29")
                .pair("茶叶", "58")
                .pair("TOTAL", "59.29", Style.DOUBLE)
                .space()
                .code(Symbology.CODE_128, "2-17")
                .print();

        assertEquals(
                List.of(
                        "    Shop",
                        "------------",
                        "Fresh cow",
                        "milk    1.29",
                        "茶叶      58",
                        "TOTAL  59.29",
                        "",
                        "    2-17"),
                PaperLines.of(print, 12));
    }
}
