package outpost.reconcile.ui.internal.stock;

import java.util.Optional;
import outpost.protocol.stock.StockKind;
import outpost.protocol.stock.StockPayload;
import outpost.values.Quantity;
import outpost.widgets.ask.Figure;

/** A line of a stock document while it is entered: digits may be typed over what scanning counted. */
final class DocumentLine {
    private final Item item;
    private final Figure figure;
    private boolean negative;
    private boolean fresh = true;

    /** @param figure of a quantity */
    DocumentLine(Item item, Figure figure) {
        this.item = item;
        this.figure = figure;
        figure.set(Quantity.ONE.toString());
    }

    Item item() {
        return item;
    }

    /** Empty where nothing is typed. */
    Optional<Quantity> quantity() {
        return figure.quantity().map(typed -> negative ? typed.negated() : typed);
    }

    /** As it is typed. */
    String typed() {
        return (negative ? "−" : "") + figure.digits();
    }

    /** One more was scanned, or so many. */
    void add(Quantity more) {
        figure.set(figure.quantity().orElse(Quantity.of(0)).plus(more).toString());
        fresh = true;
    }

    void set(String digits) {
        figure.set(digits);
        fresh = false;
    }

    /** The first digit that is typed replaces what stood there. */
    void type(String digits) {
        if (fresh) {
            figure.set("");
            fresh = false;
        }
        figure.type(digits);
    }

    void deleteLast() {
        fresh = false;
        figure.deleteLast();
    }

    void turnRound() {
        negative = !negative;
    }

    /** Another line is worked on: what is typed next begins anew. */
    void leave() {
        fresh = true;
    }

    /** Whether there is a quantity that such a document can have. */
    boolean isComplete(StockKind kind) {
        return quantity()
                .filter(quantity -> kind.equals(StockKind.COUNT) || !quantity.isZero())
                .isPresent();
    }

    /** As the stock hears of it; what goes to waste is taken off. */
    StockPayload.Line moved(StockKind kind, Optional<String> reason) {
        Quantity quantity = quantity().orElseThrow();
        Quantity signed = kind.equals(StockKind.WASTE) ? quantity.negated() : quantity;
        return new StockPayload.Line(item.id(), kind, signed.milli(), reason, Optional.empty());
    }
}
