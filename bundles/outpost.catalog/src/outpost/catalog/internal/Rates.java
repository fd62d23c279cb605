package outpost.catalog.internal;

import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import outpost.protocol.ProductBody;
import outpost.store.Transaction;
import outpost.values.TaxRate;

/**
 * In what currency and at which tax rates products are sold, as of one change of the catalog.
 *
 * @param currency empty as long as the cloud gave none
 */
record Rates(long change, Optional<Currency> currency, Map<String, TaxRate> byId) {
    /** What nothing can be sold by. */
    static final Rates NONE = new Rates(-1, Optional.empty(), Map.of());

    static Rates load(long change, Transaction transaction) {
        ShopReader shop = new ShopReader(transaction);
        Map<String, TaxRate> byId = new HashMap<>();
        shop.taxRates().forEach(rate -> byId.put(rate.id(), rate));
        return new Rates(change, shop.currency(), Map.copyOf(byId));
    }

    /** Empty for a rate that is not here. */
    Optional<TaxRate> of(ProductBody product) {
        return product.taxRateId().isEmpty()
                ? Optional.of(TaxRate.NONE)
                : Optional.ofNullable(byId.get(product.taxRateId().get()));
    }
}
