package outpost.reconcile.ui.internal.stock;

import outpost.catalog.Product;

/** A product in a stock document or list: one that is no longer sold has its id for a name. */
record Item(String id, String name, String code) {
    static Item of(Product product) {
        return new Item(product.id(), product.name(), product.code());
    }
}
