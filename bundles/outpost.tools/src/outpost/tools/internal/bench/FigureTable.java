package outpost.tools.internal.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import outpost.protocol.Json;
import outpost.tools.internal.screen.Screen;
import outpost.tools.internal.screen.Table;

/** Prints each figure as a line of JSON at once, and all of them as a table for people in the end. */
final class FigureTable {
    private final Screen screen;
    private final Table table = new Table().row("", "value", "bare", "ratio", "spread");

    FigureTable(Screen screen) {
        this.screen = screen;
    }

    void take(JsonNode figure) {
        screen.print(Json.write(figure));
        String unit = " " + figure.path("unit").asText();
        table.row(
                figure.path("name").asText(),
                plain(figure.path("value")) + unit,
                plain(figure.path("limit")) + unit,
                plain(figure.path("ratio")),
                "± " + plain(figure.path("spread")));
    }

    void print() {
        table.lines().forEach(screen::say);
    }

    private static String plain(JsonNode number) {
        return new BigDecimal(number.asText()).stripTrailingZeros().toPlainString();
    }
}
