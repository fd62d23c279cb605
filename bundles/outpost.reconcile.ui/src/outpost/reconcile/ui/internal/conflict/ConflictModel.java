package outpost.reconcile.ui.internal.conflict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import outpost.catalog.Catalog;
import outpost.catalog.CatalogEdits;
import outpost.catalog.Category;
import outpost.protocol.Json;
import outpost.protocol.Neighbours;
import outpost.protocol.ProductBody;
import outpost.protocol.ProductConflict;
import outpost.protocol.ProductField;
import outpost.reconcile.ui.internal.words.FieldWords;
import outpost.reconcile.ui.internal.words.LaneNames;
import outpost.reconcile.ui.internal.words.Words;
import outpost.room.Room;
import outpost.sales.Deed;
import outpost.values.TaxRate;
import outpost.values.TerminalId;
import outpost.widgets.Amounts;
import outpost.widgets.Notice;
import outpost.widgets.ask.Figure;
import outpost.widgets.ask.Question;

/** Fields that were changed at several places at once, and a person's decisions about them, one by one or many at once. Lives on the UI thread. */
public final class ConflictModel {
    private static final int MOST_HISTORY = 20;

    private final Room room;
    private final Catalog catalog;
    private final CatalogEdits edits;
    private final Supplier<Optional<Neighbours>> neighbours;
    private final TerminalId own;
    private final ConflictMessages messages;
    private final Amounts amounts;
    private Runnable changed = () -> {};
    private List<Clash> clashes = List.of();
    private final Set<String> marked = new HashSet<>();
    private Optional<String> selected = Optional.empty();
    private FieldWords fields;
    private LaneNames lanes;
    private List<TaxRate> rates = List.of();
    private boolean reading;

    private record Read(List<Clash> clashes, LaneNames lanes, FieldWords fields, List<TaxRate> rates) {}

    public ConflictModel(
            Room room,
            Catalog catalog,
            CatalogEdits edits,
            Supplier<Optional<Neighbours>> neighbours,
            TerminalId own,
            ConflictMessages messages,
            Words words,
            Amounts amounts) {
        this.room = room;
        this.catalog = catalog;
        this.edits = edits;
        this.neighbours = neighbours;
        this.own = own;
        this.messages = messages;
        this.amounts = amounts;
        fields = new FieldWords(words, amounts, Map.of(), Map.of());
        lanes = new LaneNames(own, Map.of());
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Reads the conflicts anew, unless that is being done. */
    void refresh() {
        if (!reading) {
            reading = true;
            room.read(this::read, this::arrived);
        }
    }

    List<Clash> clashes() {
        return clashes;
    }

    FieldWords fields() {
        return fields;
    }

    LaneNames lanes() {
        return lanes;
    }

    /** The selected row's place; the first one where the selected one was settled; -1 if there is none. */
    int selected() {
        for (int place = 0; place < clashes.size(); place++) {
            if (selected.equals(Optional.of(clashes.get(place).id()))) {
                return place;
            }
        }
        return clashes.isEmpty() ? -1 : 0;
    }

    Optional<Clash> selectedClash() {
        return selected() < 0 ? Optional.empty() : Optional.of(clashes.get(selected()));
    }

    void select(int place) {
        if (!clashes.isEmpty()) {
            int within = Math.max(0, Math.min(clashes.size() - 1, place));
            selected = Optional.of(clashes.get(within).id());
            changed.run();
        }
    }

    boolean isMarked(Clash clash) {
        return marked.contains(clash.id());
    }

    int markedCount() {
        return marked.size();
    }

    /** Marks one for a decision about many at once, or takes its mark away. */
    void toggle(int place) {
        String id = clashes.get(place).id();
        if (!marked.remove(id)) {
            marked.add(id);
        }
        changed.run();
    }

    /** Marks all, or none if all are marked. */
    void toggleAll() {
        boolean all = marked.size() == clashes.size();
        marked.clear();
        if (!all) {
            clashes.forEach(clash -> marked.add(clash.id()));
        }
        changed.run();
    }

    /** Decides the marked ones, or the selected one if none is marked. */
    void take(boolean mine) {
        List<Clash> meant = clashes.stream().filter(this::isMarked).toList();
        decide(meant.isEmpty() ? selectedClash().stream().toList() : meant, clash -> clash.value(mine));
    }

    /** Asks for another value of the selected one. */
    void edit() {
        selectedClash().ifPresent(clash -> {
            ProductField field = clash.conflict().field();
            if (field == ProductField.PRICE) {
                askForPrice(clash);
            } else if (field == ProductField.TAX_RATE) {
                askForRate(clash);
            }
        });
    }

    private void askForPrice(Clash clash) {
        room.dialogue()
                .ask(new Question.Number(
                        messages.valueTitle(fields.name(ProductField.PRICE)),
                        clash.product(),
                        amounts.figure(Figure.Unit.MONEY),
                        figure -> figure.money()
                                .ifPresent(price ->
                                        decide(List.of(clash), any -> Optional.of(Json.write(price.minor()))))));
    }

    private void askForRate(Clash clash) {
        List<Question.Option> options = new ArrayList<>();
        options.add(Question.Option.of(
                "rate-none",
                fields.value(ProductField.TAX_RATE, Optional.empty()),
                () -> decide(List.of(clash), any -> Optional.empty())));
        for (TaxRate rate : rates) {
            options.add(Question.Option.of(
                    "rate-" + rate.id(),
                    rate.name(),
                    () -> decide(List.of(clash), any -> Optional.of(Json.write(rate.id())))));
        }
        room.dialogue().ask(new Question.Choice(messages.taxTitle(), clash.product(), options));
    }

    private void decide(List<Clash> meant, Function<Clash, Optional<String>> value) {
        for (Clash clash : meant) {
            ProductConflict conflict = clash.conflict();
            Optional<String> chosen = value.apply(clash);
            String said = fields.value(conflict.field(), chosen);
            Deed deed = Deed.of("conflict_decided", conflict.productId())
                    .with("name", clash.product())
                    .with("field", conflict.field().wireName())
                    .with("value", said);
            room.act(
                    deed,
                    by -> edits.decide(conflict, chosen, by).isPresent(),
                    settled -> decided(meant.size(), clash, said, settled));
        }
    }

    private void decided(int many, Clash clash, String said, boolean settled) {
        marked.remove(clash.id());
        if (!settled) {
            room.say(Notice.problem(messages.changedMeanwhile()));
        } else if (many > 1) {
            room.say(Notice.hint(messages.settledMany(many)));
        } else {
            room.say(Notice.hint(messages.settled(clash.product() + " · " + said)));
        }
        refresh();
    }

    private Read read() {
        List<TaxRate> known = catalog.taxRates();
        FieldWords named = new FieldWords(
                fields.words(),
                amounts,
                known.stream().collect(Collectors.toMap(TaxRate::id, TaxRate::name)),
                catalog.categories().stream().collect(Collectors.toMap(Category::id, Category::name)));
        return new Read(
                edits.conflicts().stream().map(this::clash).toList(),
                new LaneNames(own, neighbours.get().map(Neighbours::names).orElse(Map.of())),
                named,
                known);
    }

    private Clash clash(ProductConflict conflict) {
        String name = edits.open(conflict.productId())
                .map(draft -> draft.product())
                .map(ProductBody::name)
                .orElse(conflict.productId());
        return Clash.of(conflict, name, own, edits.history(conflict.productId(), MOST_HISTORY));
    }

    private void arrived(Read read) {
        reading = false;
        clashes = read.clashes();
        lanes = read.lanes();
        fields = read.fields();
        rates = read.rates();
        marked.retainAll(clashes.stream().map(Clash::id).toList());
        changed.run();
    }
}
