package outpost.reconcile.ui.internal.stock;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import outpost.catalog.Catalog;
import outpost.catalog.CatalogEdits;
import outpost.catalog.Product;
import outpost.catalog.Scanned;
import outpost.inventory.Inventory;
import outpost.protocol.stock.StockLevel;
import outpost.values.Quantity;

/** The branch's products beside their stock. Every call reads the disk. */
public record Goods(Catalog catalog, CatalogEdits edits, Inventory inventory) {
    /** Setting: of how much of a product there is little. */
    private static final String LOW = "stock.low";

    private static final Quantity USUAL_LOW = Quantity.of(5);
    private static final int MOST = 100;

    /** What a code or the beginning of a name stands for. */
    List<Item> find(String text) {
        Optional<Product> scanned = catalog.scan(text).map(Scanned::product);
        return scanned.map(List::of).orElseGet(() -> catalog.search(text, MOST)).stream()
                .map(Item::of)
                .toList();
    }

    Optional<Item> scan(String code) {
        return catalog.scan(code).map(Scanned::product).map(Item::of);
    }

    List<Stocked> levels(List<Item> items) {
        Map<String, StockLevel> levels =
                inventory.levels(items.stream().map(Item::id).toList());
        return items.stream()
                .map(item -> new Stocked(item, levels.get(item.id())))
                .toList();
    }

    /** Of which there is little, least first. */
    List<Stocked> low() {
        return inventory.low(lowAtMost(), MOST).stream()
                .map(low -> new Stocked(named(low.productId()), low.level()))
                .toList();
    }

    /** As the business set it; a setting that is no quantity counts for nothing. */
    Quantity lowAtMost() {
        return catalog.setting(LOW)
                .map(String::strip)
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Quantity::parse)
                .orElse(USUAL_LOW);
    }

    private Item named(String productId) {
        return edits.open(productId)
                .map(draft -> new Item(
                        productId,
                        draft.product().name(),
                        draft.product().codes().get(0)))
                .orElse(new Item(productId, productId, ""));
    }
}
