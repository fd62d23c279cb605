package outpost.update.internal.rehearsal;

import java.net.URI;
import java.util.Currency;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.outbox.Identity;
import outpost.outbox.Terminal;
import outpost.protocol.EnrolAnswer;
import outpost.sales.Basket;
import outpost.sales.Cash;
import outpost.sales.Receipt;
import outpost.sales.Sales;
import outpost.values.BranchId;
import outpost.values.Money;
import outpost.values.Quantity;
import outpost.values.TaxRate;
import outpost.values.TenantId;
import outpost.values.TerminalId;

/** Sells one thing in the data that this till was started on, and reads the receipt back. Only ever called in a rehearsal, on a copy. */
@Component(service = TestSale.class)
public final class TestSale {
    private static final long PRICE_MINOR = 100;

    private final Terminal terminal;
    private final Sales sales;

    @Activate
    public TestSale(@Reference Terminal terminal, @Reference Sales sales) {
        this.terminal = terminal;
        this.sales = sales;
    }

    /** @throws IllegalStateException if the sale is not there afterwards; what else the till throws is thrown on */
    void make() {
        Currency currency = terminal.identity().orElseGet(this::enrolled).currency();
        Basket basket = new Basket(currency);
        basket.addOpen("REHEARSAL", "Rehearsal", Quantity.parse("1"), new Money(currency, PRICE_MINOR), TaxRate.NONE);
        Receipt made =
                sales.complete(basket, Sales.Kind.SALE, Cash.exactly(basket.total()), "rehearsal", Optional.empty());
        if (sales.receipt(made.number()).isEmpty()) {
            throw new IllegalStateException("the sale " + made.number() + " is not there");
        }
    }

    /** A till that belongs nowhere yet belongs to nowhere in its rehearsal. */
    private Identity enrolled() {
        EnrolAnswer nowhere = new EnrolAnswer(
                new TenantId("rehearsal"),
                "Rehearsal",
                new BranchId("rehearsal"),
                "Rehearsal",
                new TerminalId("rehearsal"),
                "Rehearsal",
                "EUR",
                "rehearsal",
                terminal.publicKey());
        return terminal.enrolled(nowhere, URI.create("http://127.0.0.1:9"));
    }
}
