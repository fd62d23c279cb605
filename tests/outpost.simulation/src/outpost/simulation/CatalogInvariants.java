package outpost.simulation;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.admin.StockPicture;
import outpost.protocol.CatalogState;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.protocol.ProductConflict;
import outpost.protocol.SalePayload;
import outpost.protocol.reconcile.ReconcileStatus;
import outpost.protocol.stock.StockLevel;
import outpost.protocol.stock.StockMovement;
import outpost.protocol.stock.StockPayload;
import outpost.values.TerminalId;

/** Catalog, edits, conflicts and stock are equal everywhere, and the stock is the right one. */
final class CatalogInvariants {
    private final World world;

    CatalogInvariants(World world) {
        this.world = world;
    }

    /** Whether each till has the cloud's catalog, and no comparison of it is under way. */
    static boolean isEqualEverywhere(World world) {
        CatalogState cloud = atCloud(world);
        return world.running().values().stream()
                .allMatch(program -> program.catalog().state().equals(cloud)
                        && program.worker().reconciler().comparison().phase() == ReconcileStatus.Phase.IDLE);
    }

    void check() {
        CatalogState cloud = atCloud(world);
        Map<String, String> rows = rowsAtCloud();
        world.running().forEach((till, program) -> {
            CatalogState here = program.catalog().state();
            world.require(here.equals(cloud), till.name() + ": catalog " + here + ", the cloud's " + cloud);
            Map<String, String> rowsHere = rows(program);
            world.require(rowsHere.equals(rows), till.name() + ": rows are " + rowsHere + ", the cloud's " + rows);
            edits(till.name(), program);
        });
        stock();
    }

    /** What is noted of the rows may be right where the rows are not. */
    private static Map<String, String> rows(Program program) {
        Map<String, String> rows = new TreeMap<>();
        program.store()
                .read(transaction -> transaction.query(
                        "SELECT type || ' ' || id AS key, body FROM catalog_entities",
                        row -> rows.put(row.text("key"), row.text("body"))));
        return rows;
    }

    private Map<String, String> rowsAtCloud() {
        Map<String, String> rows = new TreeMap<>();
        world.cloud()
                .read(em -> em.createQuery(
                                "SELECT r.type, r.id, r.body FROM CatalogRow r WHERE r.tenantId = :tenant AND r.body IS NOT NULL",
                                Object[].class)
                        .setParameter("tenant", world.tenant().value())
                        .getResultList())
                .forEach(row -> rows.put(row[0] + " " + row[1], (String) row[2]));
        return rows;
    }

    /** No edit waits or lies over the cloud's rows any more, and all know of the same conflicts. */
    private void edits(String till, Program program) {
        List<String> left = program.store()
                .read(transaction -> transaction.query(
                        "SELECT 'edit ' || edit || ' by event ' || pos_id || '/' || local_event_id AS what FROM product_edits"
                                + " UNION ALL SELECT 'overlay ' || body FROM product_overlays",
                        row -> row.text("what")));
        world.require(left.isEmpty(), till + ": not in the cloud's rows are " + left);
        Set<ProductConflict> open = Set.copyOf(world.cloud().conflicts().open(world.tenant(), Optional.empty()));
        Set<ProductConflict> here = Set.copyOf(program.edits().conflicts());
        world.require(here.equals(open), till + ": conflicts are " + here + ", at the cloud " + open);
    }

    /** The cloud and each till have the same level of each product, and it is what all movements make, in whatever order they arrived. */
    private void stock() {
        Map<String, Long> right = moved();
        Map<String, Long> there = new TreeMap<>();
        world.cloud()
                .stock()
                .levels(world.tenant(), world.branch(), "", StockPicture.MOST)
                .levels()
                .forEach(level -> there.put(level.productId(), level.quantityMilli()));
        world.require(right.equals(there), "the cloud's stock is " + there + ", but the movements make " + right);
        world.running().forEach((till, program) -> {
            Map<String, Long> here = new TreeMap<>();
            program.inventory()
                    .levels(right.keySet())
                    .forEach((product, level) ->
                            here.put(product, level.quantity().milli()));
            world.require(right.equals(here), till.name() + ": stock is " + here + ", but the movements make " + right);
        });
    }

    private Map<String, Long> moved() {
        Map<Happening, Event> happened = new HashMap<>();
        world.running().values().forEach(program -> happened.putAll(Happening.at(program)));
        Map<String, List<StockMovement>> moved = happened.values().stream()
                .map(CatalogInvariants::movements)
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(StockMovement::productId));
        Map<String, Long> levels = new TreeMap<>();
        moved.forEach((product, movements) ->
                levels.put(product, StockLevel.of(movements).quantity().milli()));
        return levels;
    }

    private static List<StockMovement> movements(Event event) {
        if (event.type().equals(EventType.STOCK)) {
            return StockMovement.of(event.hlc(), Json.read(event.payload(), StockPayload.class));
        }
        return event.type().equals(EventType.SALE) || event.type().equals(EventType.REFUND)
                ? StockMovement.of(event.hlc(), Json.read(event.payload(), SalePayload.class))
                : List.of();
    }

    private static CatalogState atCloud(World world) {
        Caller.Lane anyLane = new Caller.Lane(world.tenant(), world.branch(), new TerminalId("any"));
        return world.cloud().changes().after(anyLane, 0, 1).state();
    }
}
