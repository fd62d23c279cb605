package outpost.protocol.stock;

import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import outpost.values.Quantity;

/**
 * How much of a product is there: what was counted last, and what has moved since, by the moments of the movements. So the order in which a lane hears of them
 * makes no difference, and a sale from before the count that arrives after it changes nothing: who counted has not seen those goods any more.
 *
 * @param counted when it was counted last
 * @param quantity may be negative: what was sold was there, whatever the ledger says
 */
public record StockLevel(Optional<Moment> counted, Quantity quantity) {
    /** Nothing was ever moved. */
    public static final StockLevel NONE = new StockLevel(Optional.empty(), new Quantity(0));

    public StockLevel {
        Objects.requireNonNull(counted, "counted");
        Objects.requireNonNull(quantity, "quantity");
    }

    /** The level that different movements of one product make. */
    public static StockLevel of(Collection<StockMovement> movements) {
        Optional<StockMovement> count =
                movements.stream().filter(StockMovement::isCount).max(Comparator.comparing(StockMovement::at));
        StockLevel base = count.map(last -> new StockLevel(Optional.of(last.at()), last.quantity()))
                .orElse(NONE);
        Quantity since = movements.stream()
                .filter(base::isMovedBy)
                .map(StockMovement::quantity)
                .reduce(new Quantity(0), Quantity::plus);
        return new StockLevel(base.counted, base.quantity.plus(since));
    }

    /**
     * This level and one more movement of the same product, which is not in it yet.
     *
     * @param movedAfter what all movements in it, counts apart, that came later than a moment add up to; asked for a new count only
     */
    public StockLevel plus(StockMovement movement, Function<Moment, Quantity> movedAfter) {
        if (!movement.isCount()) {
            return isMovedBy(movement) ? new StockLevel(counted, quantity.plus(movement.quantity())) : this;
        }
        return isBefore(movement)
                ? new StockLevel(Optional.of(movement.at()), movement.quantity().plus(movedAfter.apply(movement.at())))
                : this;
    }

    private boolean isMovedBy(StockMovement movement) {
        return !movement.isCount() && isBefore(movement);
    }

    private boolean isBefore(StockMovement movement) {
        return counted.map(count -> count.compareTo(movement.at()) < 0).orElse(true);
    }
}
