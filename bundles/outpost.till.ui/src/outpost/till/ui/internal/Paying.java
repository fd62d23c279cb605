package outpost.till.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import outpost.sales.Grounds;
import outpost.sales.Receipt;
import outpost.sales.TenderType;
import outpost.sales.Ticket;
import outpost.sales.TicketAmounts;
import outpost.values.Money;
import outpost.widgets.Amounts;
import outpost.widgets.Background;
import outpost.widgets.Notice;
import outpost.widgets.ask.Dialogue;
import outpost.widgets.ask.Figure;
import outpost.widgets.ask.Question;

/** From "pay" to the receipt, by one tender or several. Lives on the UI thread; the sale is written in the background. */
final class Paying {
    private final Shop shop;
    private final Acts acts;
    private final Dialogue dialogue;
    private final Background background;
    private final SellMessages texts;
    private final Amounts amounts;
    private final Consumer<Notice> say;
    private final Consumer<Ticket> changed;
    private final Consumer<Runnable> customer;
    private final Printing printing;
    private Figure typed;
    private boolean open;
    private boolean completing;
    private Optional<Paid> paid = Optional.empty();

    /** @param customer has the cashier choose one, and goes on then */
    Paying(
            Shop shop,
            Acts acts,
            Dialogue dialogue,
            Background background,
            SellMessages texts,
            Amounts amounts,
            Consumer<Notice> say,
            Consumer<Ticket> changed,
            Consumer<Runnable> customer,
            Printing printing) {
        this.printing = printing;
        this.shop = shop;
        this.acts = acts;
        this.dialogue = dialogue;
        this.background = background;
        this.texts = texts;
        this.amounts = amounts;
        this.say = say;
        this.changed = changed;
        this.customer = customer;
        typed = amounts.figure(Figure.Unit.MONEY);
        // A till that went down while it was paid comes up where it was.
        open = !ticket().tenders().isEmpty();
    }

    boolean isOpen() {
        return open;
    }

    /** Whether the sale is being written at this moment. */
    boolean isCompleting() {
        return completing;
    }

    /** The last sale, until the next customer's first product. */
    Optional<Paid> paid() {
        return paid;
    }

    /** What is being typed: an amount handed over. */
    Figure typed() {
        return typed;
    }

    /** The ways to pay, in the order of their buttons. */
    List<TenderType> types() {
        return shop.rules().tenders();
    }

    /** Whether the shop owes the customer. */
    boolean isPayOut() {
        return due().total().isNegative();
    }

    List<Money> quickAmounts() {
        return QuickAmounts.of(due().dueInCash(), shop.rules().denominations());
    }

    void open() {
        if (!ticket().isEmpty()) {
            typed = amounts.figure(Figure.Unit.MONEY);
            open = true;
            changed.accept(ticket());
        }
    }

    /** Back to the basket; not while tenders are taken or the sale is being written. */
    void leave() {
        if (completing) {
            return;
        }
        if (!ticket().tenders().isEmpty()) {
            say.accept(Notice.problem(texts.giveTendersBackFirst()));
            return;
        }
        open = false;
        changed.accept(ticket());
    }

    void type(String digits) {
        typed.type(digits);
        changed.accept(ticket());
    }

    void deleteDigit() {
        typed.deleteLast();
        changed.accept(ticket());
    }

    /** Cash of the typed amount; of what is due where nothing can be typed, as the shop pays it out. */
    void takeCash() {
        types().stream().filter(TenderType::isCash).findFirst().ifPresent(cash -> {
            if (isPayOut() || !typed.isEmpty() || due().due().minor() == 0) {
                take(cash);
            }
        });
    }

    /** The customer hands over something likely. */
    void takeCash(Money amount) {
        types().stream().filter(TenderType::isCash).findFirst().ifPresent(cash -> take(cash, amount, Optional.empty()));
    }

    /** The typed amount, or all that is due, in that way. */
    void take(TenderType type) {
        Money all = type.isCash() ? due().dueInCash() : due().due();
        Money amount = typed.money()
                .filter(money -> money.minor() != 0)
                .map(money -> all.isNegative() ? money.negated() : money)
                .orElse(all);
        if (completing) {
            return;
        }
        if (type.customer() && ticket().customer().isEmpty()) {
            customer.accept(() -> take(type));
        } else if (type.reference() == TenderType.Reference.NONE) {
            take(type, amount, Optional.empty());
        } else {
            dialogue.ask(new Question.Words(
                    TenderNames.of(type, texts) + "  " + amounts.of(amount),
                    texts.referenceOf(TenderNames.of(type, texts)),
                    texts.reference(),
                    "",
                    type.reference() == TenderType.Reference.OPTIONAL,
                    reference -> take(type, amount, Optional.of(reference).filter(text -> !text.isEmpty()))));
        }
    }

    /** Gives a tender back: its place among those taken. */
    void giveBack(int place) {
        if (!completing) {
            acts.now(Grounds.NONE, grounds -> shop.checkout().giveBack(place), changed);
        }
    }

    void putReceiptAway() {
        paid = Optional.empty();
    }

    private void take(TenderType type, Money amount, Optional<String> reference) {
        if (completing) {
            return;
        }
        if (ticket().isPaid()) {
            complete();
            return;
        }
        acts.now(Grounds.NONE, grounds -> shop.checkout().take(type, amount, reference), ticket -> {
            typed = amounts.figure(Figure.Unit.MONEY);
            if (ticket.isPaid()) {
                complete();
            }
            changed.accept(ticket);
        });
    }

    private void complete() {
        completing = true;
        background.call(this::completed, this::show, this::notCompleted);
    }

    /** What could fail without the sale being at fault comes first: once the sale is stored, nothing here may fail. */
    private Paid completed() {
        ReceiptDocument document = printing.document();
        Receipt receipt = shop.checkout().complete();
        return Paid.of(receipt, document.of(receipt, 0));
    }

    private void show(Paid made) {
        completing = false;
        open = false;
        paid = Optional.of(made);
        changed.accept(ticket());
        printing.print(made.print());
        if (takenByDrawer(made.receipt())) {
            printing.openDrawer();
        }
    }

    /** Whether something was paid that goes into the drawer or comes out of it. */
    private boolean takenByDrawer(Receipt receipt) {
        return receipt.sale().tenders().stream().anyMatch(tender -> types().stream()
                .anyMatch(type -> type.drawer() && type.id().equals(tender.type())));
    }

    private void notCompleted(RuntimeException failure) {
        completing = false;
        say.accept(Notice.problem(texts.saleNotStored(acts.sentence(failure))));
    }

    private TicketAmounts due() {
        return ticket().amounts();
    }

    private Ticket ticket() {
        return shop.open().ticket();
    }
}
