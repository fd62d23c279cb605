package outpost.till.ui.internal;

import java.util.Optional;
import java.util.function.Consumer;
import outpost.sales.Discount;
import outpost.sales.Grounds;
import outpost.sales.OpenTicket;
import outpost.sales.Rules.Topic;
import outpost.sales.Ticket;
import outpost.sales.TicketLine;
import outpost.values.Quantity;
import outpost.widgets.Amounts;
import outpost.widgets.Notice;
import outpost.widgets.ask.Dialogue;
import outpost.widgets.ask.Figure;
import outpost.widgets.ask.Question;

/** What can be done with the selected line. Lives on the UI thread. */
final class LineActs {
    private final OpenTicket open;
    private final Selection selection;
    private final Acts acts;
    private final Dialogue dialogue;
    private final SellMessages texts;
    private final Consumer<Notice> say;
    private final Consumer<Ticket> changed;
    private final Amounts amounts;

    LineActs(
            OpenTicket open,
            Selection selection,
            Acts acts,
            Dialogue dialogue,
            SellMessages texts,
            Consumer<Notice> say,
            Consumer<Ticket> changed,
            Amounts amounts) {
        this.open = open;
        this.selection = selection;
        this.acts = acts;
        this.dialogue = dialogue;
        this.texts = texts;
        this.say = say;
        this.changed = changed;
        this.amounts = amounts;
    }

    /** Gives the selected line the typed quantity, or asks for it. */
    void quantity(String typed) {
        Optional<Quantity> quantity = Entry.quantity(typed);
        withLine(line -> {
            if (quantity.isPresent()) {
                setQuantity(line, quantity.get());
            } else {
                ask(line, texts.quantity(), figure(Figure.Unit.QUANTITY), figure -> figure.quantity()
                        .ifPresent(wanted -> setQuantity(line, wanted)));
            }
        });
    }

    /** One more or fewer; the line goes with its last one. */
    void change(int by) {
        withLine(line -> {
            long sign = line.isReturn() ? -1 : 1;
            setQuantity(line, magnitude(line).plus(Quantity.of(by)), sign);
        });
    }

    void remove() {
        withLine(line -> acts.now(Grounds.NONE, grounds -> open.voidLine(line.id(), grounds), changed));
    }

    void note() {
        withLine(line -> dialogue.ask(new Question.Words(
                texts.note(),
                line.name(),
                texts.noteHint(),
                line.note().orElse(""),
                true,
                note -> acts.now(Grounds.NONE, grounds -> open.setNote(line.id(), note), changed))));
    }

    void discount() {
        withLine(line -> {
            String title = texts.discountOn(line.name());
            dialogue.ask(new Question.Number(
                    texts.discount(), line.name(), figure(Figure.Unit.PERCENT, Figure.Unit.MONEY), figure -> discountOf(
                                    figure)
                            .ifPresent(discount -> acts.because(
                                    Topic.DISCOUNT,
                                    title,
                                    given -> acts.now(
                                            given,
                                            grounds -> open.discountLine(line.id(), discount, grounds),
                                            changed)))));
        });
    }

    void removeDiscount() {
        withLine(line -> acts.now(Grounds.NONE, grounds -> open.removeLineDiscount(line.id()), changed));
    }

    void price() {
        withLine(line -> ask(line, texts.price(), figure(Figure.Unit.MONEY), figure -> figure.money()
                .ifPresent(price -> acts.because(
                        Topic.OVERRIDE,
                        line.name(),
                        given -> acts.now(given, grounds -> open.overridePrice(line.id(), price, grounds), changed)))));
    }

    /** What was typed, as a discount; empty if it is none. */
    static Optional<Discount> discountOf(Figure figure) {
        return figure.ppm()
                .map(Discount::ofPpm)
                .or(() -> figure.money().filter(amount -> amount.minor() > 0).map(Discount::of));
    }

    private void setQuantity(TicketLine line, Quantity wanted) {
        setQuantity(line, wanted.isNegative() ? wanted.negated() : wanted, line.isReturn() ? -1 : 1);
    }

    private void setQuantity(TicketLine line, Quantity magnitude, long sign) {
        if (magnitude.isZero()) {
            remove();
        } else if (!Entry.isUsual(magnitude)) {
            say.accept(Notice.problem(texts.lineHoldsAtMost(Entry.MOST.toString())));
        } else {
            Quantity quantity = sign < 0 ? magnitude.negated() : magnitude;
            acts.now(Grounds.NONE, grounds -> open.setQuantity(line.id(), quantity, grounds), changed);
        }
    }

    private void ask(TicketLine line, String title, Figure figure, Consumer<Figure> answered) {
        dialogue.ask(new Question.Number(title, line.name(), figure, answered));
    }

    private Figure figure(Figure.Unit... units) {
        return amounts.figure(units);
    }

    private void withLine(Consumer<TicketLine> act) {
        selection.line().ifPresentOrElse(act, () -> say.accept(Notice.hint(texts.scanFirst())));
    }

    private static Quantity magnitude(TicketLine line) {
        return line.isReturn() ? line.quantity().negated() : line.quantity();
    }
}
