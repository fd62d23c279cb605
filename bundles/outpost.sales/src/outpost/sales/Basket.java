package outpost.sales;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import outpost.catalog.Product;
import outpost.protocol.Limits;
import outpost.protocol.SaleLine;
import outpost.protocol.SaleTax;
import outpost.values.Money;
import outpost.values.Quantity;
import outpost.values.TaxRate;

/**
 * What a customer is about to buy. In memory and for one thread; {@link Sales#complete} makes it last.
 *
 * <p>It holds only what a receipt can hold: a change that would make it too long ({@link Limits#LINES_PER_SALE}, {@link IllegalArgumentException}) or its
 * sums too large ({@link ArithmeticException}) is refused, and leaves it as it was.
 */
public final class Basket {
    private final Currency currency;
    private List<BasketLine> lines = List.of();

    public Basket(Currency currency) {
        this.currency = currency;
    }

    public Currency currency() {
        return currency;
    }

    /**
     * Adds a product; the same product at the same price adds to its line, but what comes back never to what is bought. Answers the line's place, from 0.
     */
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

    /** Adds a line of its own, also where another one holds the same product. Answers the line's place, from 0. */
    public int addLine(BasketLine line) {
        return append(line);
    }

    /** Changes a line's quantity; zero removes the line. */
    public void setQuantity(int place, Quantity quantity) {
        if (quantity.isZero()) {
            remove(place);
        } else {
            List<BasketLine> changed = new ArrayList<>(lines);
            changed.set(place, lines.get(place).withQuantity(quantity));
            become(changed);
        }
    }

    public void remove(int place) {
        List<BasketLine> fewer = new ArrayList<>(lines);
        fewer.remove(place);
        become(fewer);
    }

    public void clear() {
        lines = List.of();
    }

    public List<BasketLine> lines() {
        return lines;
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public Money total() {
        return total(lines);
    }

    /** The tax that the total contains, by rate. */
    public List<SaleTax> taxes() {
        return SaleTax.of(currency.getCurrencyCode(), saleLines());
    }

    /** The lines in the form in which they are kept and sent. */
    public List<SaleLine> saleLines() {
        List<SaleLine> saleLines = new ArrayList<>();
        for (BasketLine line : lines) {
            saleLines.add(line.toSaleLine(saleLines.size() + 1));
        }
        return saleLines;
    }

    private int add(BasketLine line) {
        for (int place = 0; place < lines.size(); place++) {
            BasketLine present = lines.get(place);
            if (present.takesUp(line)) {
                setQuantity(place, present.quantity().plus(line.quantity()));
                return place;
            }
        }
        return append(line);
    }

    private int append(BasketLine line) {
        if (!line.unitPrice().currency().equals(currency)) {
            throw new IllegalArgumentException(
                    "a price in " + line.unitPrice().currency() + " in a basket in " + currency);
        }
        List<BasketLine> more = new ArrayList<>(lines);
        more.add(line);
        become(more);
        return lines.size() - 1;
    }

    private void become(List<BasketLine> next) {
        if (next.size() > Limits.LINES_PER_SALE) {
            throw new IllegalArgumentException("a basket holds at most " + Limits.LINES_PER_SALE + " lines");
        }
        total(next);
        lines = List.copyOf(next);
    }

    private Money total(List<BasketLine> of) {
        return of.stream().map(BasketLine::total).reduce(Money.zero(currency), Money::plus);
    }
}
