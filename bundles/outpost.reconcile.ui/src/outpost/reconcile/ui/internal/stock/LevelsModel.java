package outpost.reconcile.ui.internal.stock;

import java.util.List;
import java.util.Optional;
import outpost.inventory.Moved;
import outpost.room.Room;
import outpost.values.Quantity;

/** How much is there: of what was searched, or of what runs low; and what moved of one product. Lives on the UI thread. */
public final class LevelsModel {
    private static final int MOST_MOVEMENTS = 200;

    private final Room room;
    private final Goods goods;
    private Runnable changed = () -> {};
    private String wanted = "";
    private List<Stocked> shown = List.of();
    private List<Moved> history = List.of();
    private Quantity lowAtMost = Quantity.of(0);
    private Optional<String> selected = Optional.empty();
    private boolean reading;

    private record Read(String wanted, List<Stocked> shown, Quantity lowAtMost, List<Moved> history) {}

    public LevelsModel(Room room, Goods goods) {
        this.room = room;
        this.goods = goods;
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    String wanted() {
        return wanted;
    }

    /** Whether what runs low is shown, and not what was searched. */
    boolean isLow() {
        return wanted.isBlank();
    }

    Quantity lowAtMost() {
        return lowAtMost;
    }

    void search(String text) {
        if (!text.equals(wanted)) {
            wanted = text;
            selected = Optional.empty();
            read();
        }
    }

    /** Reads anew, unless that is being done. */
    void refresh() {
        if (!reading) {
            read();
        }
    }

    List<Stocked> shown() {
        return shown;
    }

    /** The selected product's movements, the latest first. */
    List<Moved> history() {
        return history;
    }

    /** The selected row's place; -1 if there is none. */
    int selected() {
        return selected.map(id ->
                        shown.stream().map(row -> row.item().id()).toList().indexOf(id))
                .orElse(-1);
    }

    Optional<Stocked> selectedRow() {
        return selected() < 0 ? Optional.empty() : Optional.of(shown.get(selected()));
    }

    void select(int place) {
        if (!shown.isEmpty()) {
            int within = Math.max(0, Math.min(shown.size() - 1, place));
            selected = Optional.of(shown.get(within).item().id());
            read();
        }
    }

    private void read() {
        reading = true;
        String text = wanted.strip();
        Optional<String> product = selected;
        room.read(
                () -> {
                    List<Stocked> rows = text.isEmpty() ? goods.low() : goods.levels(goods.find(text));
                    List<Moved> moved = product.or(() -> only(rows))
                            .map(id -> goods.inventory().history(id, MOST_MOVEMENTS))
                            .orElse(List.of());
                    return new Read(text, rows, goods.lowAtMost(), moved);
                },
                this::arrived);
    }

    private static Optional<String> only(List<Stocked> rows) {
        return rows.size() == 1 ? Optional.of(rows.get(0).item().id()) : Optional.empty();
    }

    private void arrived(Read read) {
        reading = false;
        if (read.wanted().equals(wanted.strip())) {
            shown = read.shown();
            lowAtMost = read.lowAtMost();
            history = read.history();
            selected = selected.or(() -> only(shown));
            changed.run();
        }
    }
}
