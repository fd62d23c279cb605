package outpost.widgets;

import java.util.ArrayList;
import java.util.List;

/** What a row of a {@link RowList} says, whatever its columns take it from. */
record RowText(boolean selected, List<Cell> cells) {
    record Cell(String first, String second) {}

    static <R> RowText of(List<Column<R>> columns, R row, boolean selected) {
        List<Cell> cells = new ArrayList<>();
        for (Column<R> column : columns) {
            cells.add(new Cell(column.text().apply(row), column.second().apply(row)));
        }
        return new RowText(selected, cells);
    }
}
