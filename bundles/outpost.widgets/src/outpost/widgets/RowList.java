package outpost.widgets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * Large rows for fingers, with buttons in them where wanted. Only what can be seen is painted, and again only where it says something else. It never takes the
 * focus.
 */
public final class RowList<R> extends Canvas implements Painted {
    private final Paint paint = new Paint();
    private final RowPainter<R> painter = new RowPainter<>(this);
    private final Scrolling scrolling = new Scrolling(this, this::tap);
    private final List<Column<R>> columns = new ArrayList<>();
    private final int rowHeight;
    private List<R> rows = List.of();
    private int selection = -1;
    /** By their places the rows that could be seen since they were shown. */
    private Map<Integer, RowText> seen = new HashMap<>();

    private IntConsumer tapped = place -> {};

    public RowList(Composite parent, int rowHeight) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS | SWT.V_SCROLL);
        this.rowHeight = Scale.px(this, rowHeight);
        addListener(SWT.Paint, event -> draw(event.gc, event.y, event.height));
        speak();
    }

    public RowList<R> column(Column<R> column) {
        columns.add(column);
        return this;
    }

    /** Hears each tap on a row that hit none of its buttons. */
    public RowList<R> onTap(IntConsumer listener) {
        tapped = listener;
        return this;
    }

    /** Shows these rows, the selected one in view; -1 selects none. */
    public void show(List<R> newRows, int selected) {
        rows = List.copyOf(newRows);
        selection = selected;
        scrolling.contentHeight(rows.size() * rowHeight);
        if (selected >= 0) {
            scrolling.reveal(selected * rowHeight, rowHeight);
        }
        redrawOthers();
    }

    public int rowCount() {
        return rows.size();
    }

    /** The selected row's place; -1 if there is none. */
    public int selection() {
        return selection;
    }

    /** What a row shows in a column. */
    public String text(int row, int column) {
        return columns.get(column).text().apply(rows.get(row));
    }

    /** What a row shows small below that. */
    public String second(int row, int column) {
        return columns.get(column).second().apply(rows.get(row));
    }

    /** Where a row's column is, in this control's coordinates. */
    public Rectangle bounds(int row, int column) {
        return painter.cells(columns, rowArea(row)).get(column);
    }

    @Override
    public Paint paint() {
        return paint;
    }

    /** Whoever scrolls has all drawn anew; otherwise a row is where it was. */
    private void redrawOthers() {
        Map<Integer, RowText> before = seen;
        seen = new HashMap<>();
        int last = lastAt(getClientArea().height);
        for (int place = firstAt(0); place <= last; place++) {
            textAt(place);
        }
        Set<Integer> places = new HashSet<>(before.keySet());
        places.addAll(seen.keySet());
        for (int place : places) {
            if (!Objects.equals(before.get(place), seen.get(place))) {
                Rectangle area = rowArea(place);
                redraw(area.x, area.y, area.width, area.height, false);
            }
        }
    }

    private RowText textAt(int place) {
        return seen.computeIfAbsent(place, at -> RowText.of(columns, rows.get(at), at == selection));
    }

    private void draw(GC gc, int top, int height) {
        painter.begin(gc);
        if (getClientArea().isEmpty()) {
            return;
        }
        int last = lastAt(top + height);
        for (int place = firstAt(top); place <= last; place++) {
            painter.draw(gc, columns, textAt(place), rowArea(place));
        }
    }

    private int firstAt(int y) {
        return Math.max(0, (scrolling.offset() + y) / rowHeight);
    }

    private int lastAt(int y) {
        return Math.min(rows.size() - 1, (scrolling.offset() + y) / rowHeight);
    }

    private Rectangle rowArea(int place) {
        return new Rectangle(0, place * rowHeight - scrolling.offset(), getClientArea().width, rowHeight);
    }

    private void tap(Point point) {
        int place = (point.y + scrolling.offset()) / rowHeight;
        if (place >= rows.size()) {
            return;
        }
        List<Rectangle> cells = painter.cells(columns, rowArea(place));
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).glyph().isPresent() && cells.get(i).contains(point)) {
                columns.get(i).action().accept(place);
                return;
            }
        }
        tapped.accept(place);
    }

    private void speak() {
        getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = selection < 0 || selection >= rows.size() ? "" : spoken(rows.get(selection));
            }
        });
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_LIST;
            }
        });
    }

    private String spoken(R row) {
        List<String> texts = new ArrayList<>();
        columns.forEach(column -> texts.add(column.text().apply(row)));
        texts.removeIf(String::isEmpty);
        return String.join(", ", texts);
    }
}
