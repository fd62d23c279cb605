package outpost.inventory.internal;

import java.util.UUID;
import java.util.function.Supplier;
import outpost.inventory.Inventory;
import outpost.outbox.Outbox;
import outpost.store.Store;

/** Makes the branch's real inventory with ids of the simulation's. */
public final class InventoryParts {
    private InventoryParts() {}

    public static Inventory inventory(Store store, Outbox outbox, Supplier<UUID> ids) {
        return new SqliteInventory(store, outbox, ids);
    }
}
