package outpost.catalog;

import java.util.Optional;
import outpost.values.Money;
import outpost.values.Quantity;

/**
 * What a scanned or typed code stands for.
 *
 * @param quantity what the label says was weighed or counted, where it says it; always positive
 * @param price what the label says the whole piece costs, where it says it: then one piece is sold at that price
 */
public record Scanned(Product product, Optional<Quantity> quantity, Optional<Money> price) {}
