package outpost.tools.internal.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import outpost.protocol.Json;
import outpost.tools.internal.cloud.Summary;
import outpost.tools.internal.screen.Screen;
import outpost.values.PosId;
import outpost.values.TerminalId;

class ComparisonTest {
    private static final TerminalId ONE = new TerminalId("T1");
    private static final TerminalId TWO = new TerminalId("T2");
    private static final TerminalId STRANGER = new TerminalId("T9");
    private static final Summary CLOUD = new Summary(
            30,
            3,
            300,
            999_999,
            33,
            4,
            0,
            List.of(
                    new Summary.Lane(ONE, 10, 1, 90, 1_000),
                    new Summary.Lane(TWO, 12, 0, 110, 2_000),
                    new Summary.Lane(STRANGER, 8, 2, 100, 996_999)),
            List.of(stream(ONE, 11, 0), stream(TWO, 12, 0), stream(STRANGER, 20, 10)));
    private static final Totals RUNG = new Totals(22, 1, 200, 3_000);

    @Test
    void onlyTheNamedTerminalsCount() {
        Comparison comparison = comparison(RUNG, CLOUD);

        assertTrue(comparison.isEqual());
        assertEquals(
                "{\"sales\":22,\"refunds\":1,\"lines\":200,\"netMinor\":3000,\"events\":23,\"duplicates\":4,\"seconds\":1.5}",
                Json.write(comparison.result(new BigDecimal("1.5"))));
    }

    @Test
    void anyDifferenceIsADifference() {
        assertFalse(comparison(new Totals(23, 1, 200, 3_000), CLOUD).isEqual());
        assertFalse(comparison(new Totals(22, 2, 200, 3_000), CLOUD).isEqual());
        assertFalse(comparison(new Totals(22, 1, 199, 3_000), CLOUD).isEqual());
        assertFalse(comparison(new Totals(22, 1, 200, 3_001), CLOUD).isEqual());
    }

    @Test
    void equalSumsWithAMissingNumberAreNotEqual() {
        Summary gap = new Summary(
                30, 3, 300, 999_999, 33, 4, 0, CLOUD.terminals(), List.of(stream(ONE, 12, 1), stream(TWO, 12, 0)));

        assertFalse(comparison(RUNG, gap).isEqual());
    }

    @Test
    void theTableShowsBothSidesAndNamesStrangersSales() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Screen screen = new Screen(stream, stream, false);

        comparison(RUNG, CLOUD).table().print(screen);
        comparison(RUNG, CLOUD).printVerdict(screen);

        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("net, GBP                30.00          30.00\n"), text);
        assertTrue(text.contains("30 sales and 3 refunds in all"), text);
        assertTrue(text.endsWith("Everything has arrived, exactly once.\n"), text);
    }

    private static Comparison comparison(Totals rung, Summary summary) {
        return new Comparison(rung, summary, Set.of(ONE, TWO), Currency.getInstance("GBP"));
    }

    private static Summary.Stream stream(TerminalId terminal, long highest, long missing) {
        return new Summary.Stream(terminal, new PosId("P-" + terminal), highest - missing, highest, missing);
    }
}
