package outpost.sales.internal.ticket;

import java.util.Optional;
import outpost.catalog.Product;
import outpost.sales.OpenItem;
import outpost.values.Money;
import outpost.values.TaxRate;

/** What a line sells, as it was when it was rung: a catalog that changes meanwhile does not change the ticket. */
record Goods(
        Optional<String> productId,
        Optional<String> categoryId,
        String code,
        String name,
        long listPriceMinor,
        boolean priceDerived,
        String taxRateId,
        String taxRateName,
        int taxRatePpm,
        Optional<Integer> minimumAge) {
    static Goods of(Product product, Money price) {
        return new Goods(
                Optional.of(product.id()),
                product.categoryId(),
                product.code(),
                product.name(),
                price.minor(),
                product.priceDerived(),
                product.taxRate().id(),
                product.taxRate().name(),
                product.taxRate().ratePpm(),
                product.minimumAge());
    }

    static Goods of(OpenItem item) {
        return new Goods(
                Optional.empty(),
                item.categoryId(),
                item.code(),
                item.name(),
                item.unitPrice().minor(),
                false,
                item.taxRate().id(),
                item.taxRate().name(),
                item.taxRate().ratePpm(),
                Optional.empty());
    }

    TaxRate taxRate() {
        return new TaxRate(taxRateId, taxRateName, taxRatePpm);
    }
}
