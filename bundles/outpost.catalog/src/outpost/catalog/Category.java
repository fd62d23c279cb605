package outpost.catalog;

import outpost.values.TaxRate;

/**
 * A department: what its products are reported under, and a page of quick keys.
 *
 * @param taxRate of what is sold in it without being in the catalog
 */
public record Category(String id, String name, Key key, TaxRate taxRate) {}
