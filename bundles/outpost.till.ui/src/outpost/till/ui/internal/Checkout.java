package outpost.till.ui.internal;

import java.util.Optional;
import java.util.function.Consumer;
import outpost.sales.Receipt;
import outpost.sales.ReceiptText;
import outpost.values.Money;

/** From "pay" to the receipt. Lives on the UI thread; the sale is written in the background. */
final class Checkout {
    /** Cashiers have no names before they log in. */
    private static final String CASHIER = "Cashier";

    private final Shop shop;
    private final Ticket ticket;
    private final Background background;
    private final Runnable changed;
    private final Consumer<Notice> say;
    private Optional<Payment> payment = Optional.empty();
    private Optional<Paid> paid = Optional.empty();
    private boolean completing;

    Checkout(Shop shop, Ticket ticket, Background background, Runnable changed, Consumer<Notice> say) {
        this.shop = shop;
        this.ticket = ticket;
        this.background = background;
        this.changed = changed;
        this.say = say;
    }

    /** The cash being counted; empty while nobody pays. */
    Optional<Payment> payment() {
        return payment;
    }

    /** The last sale, until the next customer's first product. */
    Optional<Paid> paid() {
        return paid;
    }

    /** Whether the sale is being written at this moment. */
    boolean isCompleting() {
        return completing;
    }

    void open() {
        if (!ticket.isEmpty()) {
            payment = Optional.of(new Payment(ticket.basket().total()));
            changed.run();
        }
    }

    /** Back to the basket, which is as it was; not while the sale is being written. */
    void leave() {
        if (!completing) {
            payment = Optional.empty();
            changed.run();
        }
    }

    /** @param digits one or more of 0 to 9 */
    void digits(String digits) {
        payment.ifPresent(cash -> digits.chars().forEach(digit -> cash.digit(digit - '0')));
        changed.run();
    }

    void deleteDigit() {
        payment.ifPresent(Payment::deleteDigit);
        changed.run();
    }

    /** The customer hands over something likely: taken at once. */
    void take(Money amount) {
        payment.ifPresent(cash -> cash.handed(amount));
        take();
    }

    /** Makes the sale, if enough was handed over. */
    void take() {
        Optional<Payment> enough = payment.filter(Payment::isEnough);
        if (completing || enough.isEmpty()) {
            return;
        }
        completing = true;
        changed.run();
        background.call(() -> complete(enough.get()), this::completed, this::notCompleted);
    }

    void putReceiptAway() {
        paid = Optional.empty();
        changed.run();
    }

    /** What could fail without the sale being at fault comes first: once the sale is stored, nothing here may fail. */
    private Paid complete(Payment cash) {
        ReceiptText text = shop.receiptText();
        Receipt receipt = shop.sales().complete(ticket.basket(), ticket.kind(), cash.cash(), CASHIER, Optional.empty());
        return new Paid(receipt, text.lines(receipt));
    }

    private void completed(Paid made) {
        completing = false;
        payment = Optional.empty();
        paid = Optional.of(made);
        ticket.clear();
        changed.run();
    }

    private void notCompleted(RuntimeException failure) {
        completing = false;
        say.accept(Notice.problem("The sale was not stored, nothing was booked: " + failure.getMessage()));
    }
}
