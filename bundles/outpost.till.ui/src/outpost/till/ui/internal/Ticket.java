package outpost.till.ui.internal;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import outpost.catalog.Product;
import outpost.sales.Basket;
import outpost.sales.BasketLine;
import outpost.sales.Sales;
import outpost.values.Quantity;

/** The basket on the screen: its lines, which one is selected, and what a line may hold. */
final class Ticket {
    private static final Quantity NOTHING = new Quantity(0);

    private final Basket basket;
    private int selected = -1;

    Ticket(Currency currency) {
        basket = new Basket(currency);
    }

    Basket basket() {
        return basket;
    }

    List<BasketLine> lines() {
        return basket.lines();
    }

    boolean isEmpty() {
        return basket.isEmpty();
    }

    /** The selected line's place; -1 if there is none. */
    int selected() {
        return selected;
    }

    Optional<BasketLine> selectedLine() {
        return selected < 0 ? Optional.empty() : Optional.of(basket.lines().get(selected));
    }

    void select(int place) {
        selected = Math.max(-1, Math.min(basket.lines().size() - 1, place));
    }

    /** Arrow keys: never leaves the basket. */
    void move(int by) {
        if (!isEmpty()) {
            select(Math.max(0, selected + by));
        }
    }

    /** Adds to the product's line and selects it; answers false, and changes nothing, if the line cannot hold that many. */
    boolean add(Product product, Quantity quantity) {
        List<BasketLine> before = basket.lines();
        int place = basket.add(product, quantity);
        boolean lineIsGone = basket.lines().size() < before.size();
        if (!lineIsGone && !Entry.isUsual(basket.lines().get(place).quantity())) {
            basket.setQuantity(place, basket.lines().get(place).quantity().plus(quantity.negated()));
            return false;
        }
        select(place);
        return true;
    }

    /** Gives the selected line another quantity, zero removes it; answers false if it cannot hold that many. */
    boolean setQuantity(Quantity quantity) {
        if (!quantity.isZero() && !Entry.isUsual(quantity)) {
            return false;
        }
        basket.setQuantity(selected, quantity);
        select(selected);
        return true;
    }

    void removeSelected() {
        if (selected >= 0) {
            setQuantity(NOTHING);
        }
    }

    void clear() {
        basket.clear();
        selected = -1;
    }

    /** What the till calls a basket in which everything comes back. */
    Sales.Kind kind() {
        boolean allComesBack =
                basket.lines().stream().allMatch(line -> line.quantity().isNegative());
        return allComesBack ? Sales.Kind.REFUND : Sales.Kind.SALE;
    }
}
