package outpost.tools.internal.cloud;

import java.util.Currency;
import outpost.values.TenantId;

/** A retailer. */
public record Tenant(TenantId tenantId, String name, String currency) {
    public Currency money() {
        return Currency.getInstance(currency);
    }
}
