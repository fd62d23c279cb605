package outpost.tools.internal.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import outpost.protocol.Json;
import outpost.tools.internal.screen.Screen;
import outpost.tools.internal.screen.Table;

/** Makes figures of readings: each a line of JSON as soon as its runs are over, and all of them a table for people in the end. */
final class FigureTable {
    private static final String NONE = "–";

    private final Screen screen;
    private final Table table = new Table().row("", "value", "bare", "ratio", "spread");
    private final Map<String, Runs> open = new LinkedHashMap<>();

    /** The values of the runs so far. */
    private record Runs(String unit, List<Double> ours, List<Double> bare) {}

    FigureTable(Screen screen) {
        this.screen = screen;
    }

    void take(Reading reading) {
        Runs runs = open.computeIfAbsent(
                reading.name(), name -> new Runs(reading.unit(), new ArrayList<>(), new ArrayList<>()));
        (reading.side().equals(Reading.BARE) ? runs.bare() : runs.ours()).add(reading.value());
    }

    /** What was taken so far is all of it. */
    void settle() {
        open.forEach((name, runs) -> add(Figure.of(name, runs.unit(), runs.ours(), runs.bare())));
        open.clear();
    }

    void print() {
        table.lines().forEach(screen::say);
    }

    private void add(Figure figure) {
        screen.print(Json.write(figure));
        String unit = " " + figure.unit();
        table.row(
                figure.name(),
                plain(figure.value()) + unit,
                figure.limit().map(limit -> plain(limit) + unit).orElse(NONE),
                figure.ratio().map(FigureTable::plain).orElse(NONE),
                "± " + plain(figure.spread()));
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
