package outpost.till.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import outpost.catalog.Product;
import outpost.sales.Grounds;
import outpost.sales.RefundPart;
import outpost.sales.Refundable;
import outpost.sales.RefundableLine;
import outpost.sales.Rules.Topic;
import outpost.sales.Ticket;
import outpost.values.Quantity;
import outpost.widgets.Amounts;
import outpost.widgets.Background;
import outpost.widgets.Notice;
import outpost.widgets.ask.Dialogue;
import outpost.widgets.ask.LinePick;
import outpost.widgets.ask.Question;
import outpost.widgets.ask.Question.Option;

/** What comes back: by its receipt, or without one. Together with goods that are bought it is an exchange. Lives on the UI thread. */
final class Returns {
    private static final int MOST_CHOICES = 9;

    private final Shop shop;
    private final Acts acts;
    private final Dialogue dialogue;
    private final Background background;
    private final SellMessages texts;
    private final Amounts amounts;
    private final Consumer<Notice> say;
    private final Consumer<Ticket> changed;

    Returns(
            Shop shop,
            Acts acts,
            Dialogue dialogue,
            Background background,
            SellMessages texts,
            Amounts amounts,
            Consumer<Notice> say,
            Consumer<Ticket> changed) {
        this.shop = shop;
        this.acts = acts;
        this.dialogue = dialogue;
        this.background = background;
        this.texts = texts;
        this.amounts = amounts;
        this.say = say;
        this.changed = changed;
    }

    /** Asks for the receipt, or for the product where there is none. */
    void ask() {
        dialogue.ask(new Question.Search(
                texts.comesBackTitle(),
                texts.comesBackHint(),
                texts.receiptOrProduct(),
                new ReceiptFinder(
                        shop.receipts(), background, amounts, this::byNumber, () -> changed.accept(ticket()))));
    }

    /** Something was scanned that may be a receipt's code; answers through one of the two. */
    void ifReceipt(String code, Runnable otherwise) {
        background.call(
                () -> shop.refunds().find(code),
                found -> found.ifPresentOrElse(this::lines, otherwise),
                failure -> otherwise.run());
    }

    private void byNumber(String text) {
        ifReceipt(text, () -> withoutReceipt(text));
    }

    private void lines(Refundable receipt) {
        List<LinePick.Line> lines = receipt.lines().stream()
                .filter(line -> line.paid().isPresent())
                .map(this::line)
                .toList();
        if (receipt.lines().stream().noneMatch(RefundableLine::canReturn)) {
            say.accept(Notice.problem(texts.nothingLeftOf(receipt.receipt().number())));
            return;
        }
        dialogue.ask(new Question.Lines(
                texts.whichComeBack(),
                receipt.receipt().number() + " · "
                        + amounts.dayAndTime(receipt.receipt().completedAt()) + " · "
                        + amounts.of(receipt.receipt().total()),
                new LinePick(lines),
                pick -> acts.because(
                        Topic.REFUND, receipt.receipt().number(), given -> takeBack(receipt, pick, given))));
    }

    /** All of it at once: who may not do it alone needs somebody's leave once. */
    private void takeBack(Refundable receipt, LinePick pick, Grounds given) {
        List<RefundPart> parts = new ArrayList<>();
        for (int place = 0; place < pick.lines().size(); place++) {
            Quantity quantity = pick.chosen(place);
            int lineNo = pick.lines().get(place).lineNo();
            if (!quantity.isZero()) {
                receipt.lines().stream()
                        .filter(line -> line.lineNo() == lineNo)
                        .forEach(line -> parts.add(new RefundPart(line, quantity)));
            }
        }
        acts.now(given, grounds -> shop.open().addReturns(parts, grounds), changed);
    }

    private void withoutReceipt(String text) {
        Optional<Entry> entry =
                Entry.parse(text).filter(parsed -> !parsed.what().isEmpty());
        if (entry.isEmpty()) {
            say.accept(Notice.problem(texts.notUnderstood(text)));
            return;
        }
        background.call(
                () -> LookUp.in(shop.catalog(), entry.get()),
                found -> found(found, entry.get()),
                failure -> say.accept(Notice.problem(texts.lookUpFailed(acts.sentence(failure)))));
    }

    private void found(LookUp found, Entry entry) {
        if (found instanceof LookUp.Found one) {
            withoutReceipt(one.scanned().product(), entry.quantity());
        } else if (found instanceof LookUp.Several several) {
            List<Option> options = new ArrayList<>();
            several.products().stream()
                    .limit(MOST_CHOICES)
                    .forEach(product -> options.add(
                            Option.of(product.id(), product.name(), () -> withoutReceipt(product, entry.quantity()))));
            dialogue.ask(new Question.Choice(texts.comesBackTitle(), entry.what(), options));
        } else {
            say.accept(Notice.problem(texts.noReceiptNorProduct(entry.what())));
        }
    }

    /** Takes a product back for which there is no receipt. */
    void withoutReceipt(Product product, Quantity quantity) {
        Quantity positive = quantity.isNegative() ? quantity.negated() : quantity;
        acts.because(
                Topic.REFUND,
                texts.withoutReceipt(product.name()),
                given -> acts.now(
                        given, grounds -> shop.open().addReturnWithoutReceipt(product, positive, grounds), changed));
    }

    private LinePick.Line line(RefundableLine line) {
        return new LinePick.Line(
                line.lineNo(),
                line.line().name(),
                line.left(),
                new Quantity(line.line().quantityMilli()),
                amounts.of(line.line().totalMinor()));
    }

    private Ticket ticket() {
        return shop.open().ticket();
    }
}
