package outpost.till.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import outpost.sales.Customer;
import outpost.sales.Grounds;
import outpost.sales.HeldTicket;
import outpost.sales.Rules.Topic;
import outpost.sales.Ticket;
import outpost.widgets.Amounts;
import outpost.widgets.Background;
import outpost.widgets.Notice;
import outpost.widgets.ask.Dialogue;
import outpost.widgets.ask.Figure;
import outpost.widgets.ask.Question;

/** What can be done with the whole ticket. Lives on the UI thread. */
final class TicketActs {
    private static final int MOST_CUSTOMERS = 50;

    private final Shop shop;
    private final Acts acts;
    private final Dialogue dialogue;
    private final Background background;
    private final SellMessages texts;
    private final Amounts amounts;
    private final Consumer<Notice> say;
    private final Consumer<Ticket> changed;
    private final Printing printing;
    private List<HeldTicket> waiting = List.of();

    TicketActs(
            Shop shop,
            Acts acts,
            Dialogue dialogue,
            Background background,
            SellMessages texts,
            Amounts amounts,
            Consumer<Notice> say,
            Consumer<Ticket> changed,
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
    }

    /** Tickets that wait, the oldest first. */
    List<HeldTicket> waiting() {
        return waiting;
    }

    void countWaiting() {
        background.call(shop.held()::list, this::nowWaiting, this::failed);
    }

    /** Puts the ticket aside, or takes one up again where there is nothing to put aside. */
    void hold() {
        if (!ticket().isEmpty()) {
            dialogue.ask(new Question.Words(
                    texts.hold(),
                    texts.holdFor(),
                    texts.name(),
                    customerName(),
                    true,
                    name -> acts.later(Grounds.NONE, grounds -> shop.held().hold(name), held -> nowHeld())));
        } else if (waiting.isEmpty()) {
            say.accept(Notice.hint(texts.nothingHeld()));
        } else {
            dialogue.ask(new Question.Search(
                    texts.held(),
                    texts.heldHint(),
                    texts.name(),
                    new HeldFinder(() -> waiting, amounts, this::resume)));
        }
    }

    void discount() {
        dialogue.ask(new Question.Number(
                texts.ticketDiscount(),
                texts.ticketDiscountHint(),
                amounts.figure(Figure.Unit.PERCENT, Figure.Unit.MONEY),
                figure -> LineActs.discountOf(figure)
                        .ifPresent(discount -> acts.because(
                                Topic.DISCOUNT,
                                texts.ticketDiscount(),
                                given -> acts.now(
                                        given, grounds -> shop.open().discountTicket(discount, grounds), changed)))));
    }

    void removeDiscount() {
        acts.now(Grounds.NONE, grounds -> shop.open().removeTicketDiscount(), changed);
    }

    void note() {
        dialogue.ask(new Question.Words(
                texts.ticketNote(),
                "",
                texts.noteHint(),
                ticket().note().orElse(""),
                true,
                note -> acts.now(Grounds.NONE, grounds -> shop.open().setTicketNote(note), changed)));
    }

    void voidTicket() {
        if (!ticket().isEmpty()) {
            acts.because(
                    Topic.VOID,
                    texts.voidTicket(),
                    given -> acts.now(given, grounds -> shop.open().voidTicket(grounds), changed));
        }
    }

    /** Asks who buys; {@code then} goes on when the ticket has its customer. */
    void customer(Runnable then) {
        CustomerFinder finder = new CustomerFinder(
                text -> shop.customers().search(text, MOST_CUSTOMERS),
                background,
                texts,
                ticket().customer().isPresent(),
                new CustomerFinder.Answers() {
                    @Override
                    public void is(Customer customer) {
                        set(Optional.of(customer), then);
                    }

                    @Override
                    public void isNew(String name) {
                        acts.later(
                                Grounds.NONE,
                                grounds -> shop.customers().add(name, "", "", "", ""),
                                customer -> set(Optional.of(customer), then));
                    }

                    @Override
                    public void isNobody() {
                        set(Optional.empty(), then);
                    }
                },
                () -> changed.accept(ticket()));
        dialogue.ask(new Question.Search(texts.customer(), texts.customerHint(), texts.customerFind(), finder));
    }

    /** Opens the drawer without a sale, which is noted before. */
    void openDrawer() {
        acts.because(
                Topic.CASH,
                texts.openDrawer(),
                given -> acts.later(
                        given,
                        grounds -> {
                            shop.drawer().open(grounds);
                            return grounds;
                        },
                        noted -> printing.openDrawer()));
    }

    private void set(Optional<Customer> customer, Runnable then) {
        acts.now(Grounds.NONE, grounds -> shop.open().setCustomer(customer.map(Customer::shortName)), ticket -> {
            changed.accept(ticket);
            then.run();
        });
    }

    private void resume(UUID id) {
        acts.later(Grounds.NONE, grounds -> shop.held().resume(id), ticket -> {
            changed.accept(ticket);
            countWaiting();
        });
    }

    private void nowHeld() {
        changed.accept(ticket());
        countWaiting();
    }

    private void nowWaiting(List<HeldTicket> held) {
        waiting = new ArrayList<>(held);
        changed.accept(ticket());
    }

    private void failed(RuntimeException failure) {
        say.accept(Notice.problem(texts.notDone(acts.sentence(failure))));
    }

    private String customerName() {
        return ticket().customer().map(customer -> customer.name()).orElse("");
    }

    private Ticket ticket() {
        return shop.open().ticket();
    }
}
