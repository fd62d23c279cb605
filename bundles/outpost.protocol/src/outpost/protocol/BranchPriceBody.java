package outpost.protocol;

/**
 * Body of an {@link Entity#BRANCH_PRICE}, whose id is the product's.
 *
 * @param priceMinor what one unit costs in this branch, in the tenant's currency, instead of the product's own price
 */
public record BranchPriceBody(long priceMinor) {
    public BranchPriceBody {
        if (priceMinor < 0) {
            throw new IllegalArgumentException("priceMinor is negative");
        }
    }
}
