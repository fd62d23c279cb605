package outpost.reconcile.ui.internal.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import outpost.protocol.Limits;
import outpost.protocol.stock.StockKind;
import outpost.protocol.stock.StockPayload;
import outpost.room.Room;
import outpost.sales.Deed;
import outpost.values.Quantity;
import outpost.widgets.Amounts;
import outpost.widgets.Notice;
import outpost.widgets.ask.Figure;
import outpost.widgets.ask.Question;

/**
 * A delivery, a count, what goes to waste or a correction while it is entered. It stays until it is posted, also when the perspective is left meanwhile. Lives on
 * the UI thread.
 */
public final class DocumentModel {
    private static final String TIMES = "*";

    private final Room room;
    private final Goods goods;
    private final StockKind kind;
    private final StockMessages messages;
    private final Amounts amounts;
    private final List<DocumentLine> lines = new ArrayList<>();
    private Runnable changed = () -> {};
    private int selected = -1;
    private String wanted = "";
    private List<Item> found = List.of();
    private int chosen;
    private Optional<List<Counted>> differences = Optional.empty();
    private boolean posting;

    /** @param kind of all its lines */
    public DocumentModel(Room room, Goods goods, StockKind kind, StockMessages messages, Amounts amounts) {
        this.room = room;
        this.goods = goods;
        this.kind = kind;
        this.messages = messages;
        this.amounts = amounts;
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    StockKind kind() {
        return kind;
    }

    List<DocumentLine> lines() {
        return List.copyOf(lines);
    }

    int selected() {
        return selected;
    }

    Optional<DocumentLine> line() {
        return selected < 0 ? Optional.empty() : Optional.of(lines.get(selected));
    }

    void select(int place) {
        line().ifPresent(DocumentLine::leave);
        selected = lines.isEmpty() ? -1 : Math.max(0, Math.min(lines.size() - 1, place));
        changed.run();
    }

    String wanted() {
        return wanted;
    }

    /** What the typed text stands for; empty while nothing is typed. */
    List<Item> found() {
        return found;
    }

    int chosen() {
        return found.isEmpty() ? -1 : Math.min(chosen, found.size() - 1);
    }

    void choose(int place) {
        chosen = Math.max(0, Math.min(found.size() - 1, place));
        changed.run();
    }

    /** Looks for that text; the newest counts. */
    void search(String text) {
        wanted = text;
        chosen = 0;
        String asked = text.strip();
        if (asked.isEmpty() || asked.contains(TIMES)) {
            found = List.of();
            changed.run();
        } else {
            room.read(() -> goods.find(asked), items -> {
                if (asked.equals(wanted.strip())) {
                    found = items;
                    changed.run();
                }
            });
        }
    }

    /** Enter: takes what was found, sets a quantity ({@code *12}), or adds so many of a code ({@code 12*code}). */
    void entered(String text) {
        String typed = text.strip();
        int times = typed.indexOf(TIMES);
        if (times == 0) {
            edit(line -> line.set(typed.substring(1).strip()));
            search("");
        } else if (times > 0) {
            Figure many = amounts.figure(Figure.Unit.QUANTITY);
            many.set(typed.substring(0, times).strip());
            scanned(typed.substring(times + 1).strip(), many.quantity().orElse(Quantity.ONE));
        } else if (chosen() >= 0) {
            add(found.get(chosen()), Quantity.ONE);
        } else if (!typed.isEmpty()) {
            scanned(typed);
        }
    }

    void scanned(String code) {
        scanned(code, Quantity.ONE);
    }

    /** One more of it, or a new line. */
    void add(Item item, Quantity many) {
        int place = Stream.iterate(0, at -> at < lines.size(), at -> at + 1)
                .filter(at -> lines.get(at).item().id().equals(item.id()))
                .findFirst()
                .orElse(-1);
        if (place < 0 && lines.size() >= Limits.LINES_PER_SALE) {
            room.say(Notice.problem(messages.tooMany(Limits.LINES_PER_SALE)));
            return;
        }
        differences = Optional.empty();
        if (place < 0) {
            DocumentLine line = new DocumentLine(item, amounts.figure(Figure.Unit.QUANTITY));
            line.add(many.plus(Quantity.ONE.negated()));
            lines.add(line);
            place = lines.size() - 1;
        } else {
            lines.get(place).add(many);
        }
        search("");
        select(place);
    }

    void type(String digits) {
        edit(line -> line.type(digits));
    }

    void deleteLast() {
        edit(DocumentLine::deleteLast);
    }

    void turnRound() {
        edit(DocumentLine::turnRound);
    }

    void remove() {
        remove(selected);
    }

    void remove(int place) {
        if (place >= 0) {
            lines.remove(place);
            differences = Optional.empty();
            selected = Math.min(selected, lines.size() - 1);
            changed.run();
        }
    }

    boolean canPost() {
        return !lines.isEmpty() && !posting;
    }

    /** What was counted beside the books, once that was asked for; nobody sees the books before. */
    Optional<List<Counted>> differences() {
        return differences;
    }

    void countMore() {
        differences = Optional.empty();
        changed.run();
    }

    /** What leads on: a count shows its differences first, the others ask what has to be known. */
    void post() {
        Optional<DocumentLine> bad =
                lines.stream().filter(line -> !line.isComplete(kind)).findFirst();
        if (bad.isPresent()) {
            select(lines.indexOf(bad.get()));
            room.say(Notice.problem(messages.noQuantity(bad.get().item().name())));
        } else if (kind.equals(StockKind.COUNT)) {
            postCount();
        } else if (kind.equals(StockKind.RECEIPT)) {
            room.dialogue()
                    .ask(new Question.Words(
                            messages.referenceTitle(),
                            messages.referenceLine(),
                            messages.reference(),
                            "",
                            true,
                            typed -> enter(Optional.of(typed).filter(text -> !text.isEmpty()), Optional.empty())));
        } else {
            askWhy();
        }
    }

    /** What differs has to be looked at anew. */
    private void edit(Consumer<DocumentLine> change) {
        line().ifPresent(change);
        differences = Optional.empty();
        changed.run();
    }

    private void postCount() {
        if (differences.isPresent()) {
            enter(Optional.empty(), Optional.empty());
            return;
        }
        List<DocumentLine> counted = lines();
        room.read(() -> goods.levels(counted.stream().map(DocumentLine::item).toList()), levels -> {
            List<Counted> compared = new ArrayList<>();
            for (int place = 0; place < counted.size(); place++) {
                compared.add(new Counted(
                        counted.get(place).item(),
                        counted.get(place).quantity().orElseThrow(),
                        levels.get(place).level().quantity()));
            }
            differences = Optional.of(compared);
            changed.run();
        });
    }

    private void askWhy() {
        String usual = kind.equals(StockKind.WASTE) ? messages.reasonsWaste() : messages.reasonsCorrection();
        List<Question.Option> options = new ArrayList<>();
        for (String reason : usual.split(" *; *")) {
            options.add(Question.Option.of(
                    "reason-" + options.size(), reason, () -> enter(Optional.empty(), Optional.of(reason))));
        }
        options.add(Question.Option.of("reason-other", messages.otherReason(), this::askOwnReason));
        room.dialogue().ask(new Question.Choice(messages.whyTitle(), "", options));
    }

    private void askOwnReason() {
        room.dialogue()
                .ask(new Question.Words(
                        messages.whyTitle(),
                        "",
                        messages.reason(),
                        "",
                        false,
                        reason -> enter(Optional.empty(), Optional.of(reason))));
    }

    private void enter(Optional<String> reference, Optional<String> reason) {
        List<StockPayload.Line> moved =
                lines.stream().map(line -> line.moved(kind, reason)).toList();
        Deed deed =
                Deed.of("stock_" + kind.wireName(), reference.orElse("")).with("lines", Integer.toString(moved.size()));
        posting = true;
        room.act(
                reason.map(why -> deed.with("reason", why)).orElse(deed),
                by -> goods.inventory().enter(by, reference, moved),
                document -> posted(moved.size()),
                () -> posting = false);
    }

    private void posted(int count) {
        lines.clear();
        selected = -1;
        differences = Optional.empty();
        room.say(Notice.hint(messages.posted(count)));
        changed.run();
    }

    private void scanned(String code, Quantity many) {
        room.read(() -> goods.scan(code), item -> {
            if (item.isPresent()) {
                add(item.get(), many);
            } else {
                room.say(Notice.problem(messages.notFound(code)));
            }
        });
    }
}
