package outpost.sales;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import outpost.catalog.Product;
import outpost.protocol.SaleTax;
import outpost.values.Money;
import outpost.values.Quantity;
import outpost.values.TaxRate;

/** What a customer is about to buy. In memory and for one thread; {@link Sales#complete} makes it last. */
public final class Basket {
    private final Currency currency;
    private final List<BasketLine> lines = new ArrayList<>();

    public Basket(Currency currency) {
        this.currency = currency;
    }

    public Currency currency() {
        return currency;
    }

    /** Adds a product; the same product at the same price adds to its line. Answers the line's place, from 0. */
    public int add(Product product, Quantity quantity) {
        return add(new BasketLine(
                Optional.of(product.id()),
                product.code(),
                product.name(),
                quantity,
                product.price(),
                product.priceDerived(),
                product.taxRate()));
    }

    /** Adds something that is in no catalog, as a line of its own. Answers the line's place, from 0. */
    public int addOpen(String code, String name, Quantity quantity, Money unitPrice, TaxRate taxRate) {
        return append(new BasketLine(Optional.empty(), code, name, quantity, unitPrice, false, taxRate));
    }

    /** Changes a line's quantity; zero removes the line. */
    public void setQuantity(int place, Quantity quantity) {
        if (quantity.isZero()) {
            lines.remove(place);
        } else {
            lines.set(place, lines.get(place).withQuantity(quantity));
        }
    }

    public void remove(int place) {
        lines.remove(place);
    }

    public void clear() {
        lines.clear();
    }

    public List<BasketLine> lines() {
        return List.copyOf(lines);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public Money total() {
        return lines.stream().map(BasketLine::total).reduce(Money.zero(currency), Money::plus);
    }

    /** The tax that the total contains, by rate. */
    public List<SaleTax> taxes() {
        return SaleTax.of(currency.getCurrencyCode(), SaleRecord.lines(this));
    }

    private int add(BasketLine line) {
        for (int place = 0; place < lines.size(); place++) {
            BasketLine present = lines.get(place);
            if (present.isSameItemAs(line)) {
                setQuantity(place, present.quantity().plus(line.quantity()));
                return Math.min(place, lines.size() - 1);
            }
        }
        return append(line);
    }

    private int append(BasketLine line) {
        if (!line.unitPrice().currency().equals(currency)) {
            throw new IllegalArgumentException(
                    "a price in " + line.unitPrice().currency() + " in a basket in " + currency);
        }
        lines.add(line);
        return lines.size() - 1;
    }
}
