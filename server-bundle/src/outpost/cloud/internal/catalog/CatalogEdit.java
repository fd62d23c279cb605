package outpost.cloud.internal.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.catalog.CatalogRows.Row;
import outpost.cloud.internal.catalog.Origins.Origin;
import outpost.cloud.internal.entity.Branch;
import outpost.cloud.internal.entity.Tenant;
import outpost.cloud.internal.nodes.Signal.Topic;
import outpost.cloud.internal.store.AfterCommit;
import outpost.cloud.internal.store.Sql;
import outpost.protocol.BranchPriceBody;
import outpost.protocol.ConflictDecision;
import outpost.protocol.Entity;
import outpost.protocol.FieldState;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.protocol.ProductConflict;
import outpost.protocol.ProductVersions;
import outpost.protocol.Sibling;
import outpost.values.BranchId;
import outpost.values.HlcStamp;
import outpost.values.TenantId;

/**
 * Changes to one tenant's catalog within one transaction. It holds the lock of the tenant's row until the commit: changes get their
 * numbers one transaction after the other, and count and digest stay exact.
 */
final class CatalogEdit {
    private final EntityManager em;
    private final Tenant tenant;
    private final CatalogRows rows;
    private final VersionRows versions;
    private final AuditTrail audit;
    private final FormerProducts former;
    private final Author author;
    private final HlcStamp now;

    /** @throws RefusedException if there is no such tenant */
    CatalogEdit(EntityManager em, TenantId tenantId, Author author, long nowMillis) {
        this.em = em;
        this.tenant = em.find(Tenant.class, tenantId.value(), LockModeType.PESSIMISTIC_WRITE);
        if (tenant == null) {
            throw RefusedException.notFound("There is no tenant '" + tenantId + "'");
        }
        AfterCommit.signal(em, Topic.CATALOG, tenantId.value());
        this.rows = new CatalogRows(em, tenantId.value());
        this.versions = new VersionRows(em, tenant, rows, nowMillis);
        this.audit = new AuditTrail(em, tenantId.value(), nowMillis);
        this.former = new FormerProducts(em, tenantId.value());
        this.author = author;
        this.now = new HlcStamp(nowMillis, 0);
    }

    Tenant tenant() {
        return tenant;
    }

    VersionRows versions() {
        return versions;
    }

    AuditTrail audit() {
        return audit;
    }

    /**
     * How many rows were new, different, and the same as before.
     *
     * @param differences those that are not the same, each with what it was
     */
    record Counts(int added, int changed, int unchanged, List<Difference> differences) {}

    /** @param before absent where the thing is new */
    record Difference(Optional<Entity> before, Entity after) {}

    /** Puts one thing, and returns it as it is now. */
    Entity put(String type, Draft draft) {
        put(type, List.of(draft));
        return rows.find(type, draft.id()).orElseThrow().entity();
    }

    /** Puts things of one type; where an id occurs twice, the last one counts. */
    Counts put(String type, Collection<? extends Change> changes) {
        Map<String, Row> stored =
                rows.find(type, changes.stream().map(Change::id).toList());
        Map<String, Row> inserts = new LinkedHashMap<>();
        Map<String, Row> updates = new LinkedHashMap<>();
        List<Entity> replaced = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        CloudChanges clouds = new CloudChanges(versions, audit);
        int added = 0;
        int changed = 0;
        for (Change change : changes) {
            Map<String, Row> target = stored.containsKey(change.id()) ? updates : inserts;
            Optional<Row> before =
                    Optional.ofNullable(target.get(change.id())).or(() -> Optional.ofNullable(stored.get(change.id())));
            Draft draft = change.over(before.flatMap(row -> row.entity().body()));
            Optional<String> body = Optional.of(draft.body());
            if (before.isPresent() && before.get().entity().body().equals(body)) {
                continue;
            }
            if (before.isEmpty() || before.get().entity().deleted()) {
                added++;
            } else {
                changed++;
                tenant.subtract(before.get().entity());
            }
            before.map(Row::entity).ifPresent(replaced::add);
            Origin origin = thisChange();
            Entity after = new Entity(type, draft.id(), tenant.nextChange(), body);
            tenant.add(after);
            differences.add(new Difference(before.map(Row::entity).filter(entity -> !entity.deleted()), after));
            target.put(draft.id(), new Row(after, draft.taxRateId(), clouds.note(before, after, origin)));
        }
        rows.insert(inserts.values());
        rows.update(updates.values());
        former.keep(replaced, author, now.millis());
        clouds.store();
        return new Counts(added, changed, changes.size() - added - changed, differences);
    }

    /** Leaves a tombstone and returns it; empty where there is nothing to delete. */
    Optional<Entity> delete(String type, String id) {
        Optional<Row> before = rows.find(type, id).filter(row -> !row.entity().deleted());
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Origins origins = before.get().origins();
        tenant.subtract(before.get().entity());
        Entity tombstone = new Entity(type, id, tenant.nextChange(), Optional.empty());
        rows.update(List.of(new Row(tombstone, Optional.empty(), origins)));
        former.keep(List.of(before.get().entity()), author, now.millis());
        if (origins.edited()) {
            versions.store(id, CloudChanges.deleted(versions.of(id)));
        }
        if (type.equals(Entity.PRODUCT)) {
            forgetPrices(id);
        }
        return Optional.of(tombstone);
    }

    /** Gives a product a price in one branch, or takes it back; returns it as it is now. */
    Entity price(BranchId branchId, String productId, Optional<BranchPriceBody> price) {
        BranchPriceRows prices = new BranchPriceRows(em, new TenantId(tenant.tenantId()), branchId);
        Optional<Entity> before = prices.find(productId);
        Optional<String> body = price.map(Json::write);
        if (before.isPresent() && before.get().body().equals(body)) {
            return before.get();
        }
        Branch branch = em.find(Branch.class, new Branch.Key(tenant.tenantId(), branchId.value()));
        before.ifPresent(branch::subtract);
        Entity after = new Entity(Entity.BRANCH_PRICE, productId, tenant.nextChange(), body);
        branch.add(after);
        prices.put(after, author, now.millis());
        return after;
    }

    /** A product that is gone costs nothing anywhere, also if another one gets its id. */
    private void forgetPrices(String productId) {
        new Sql(em)
                .rows(
                        row -> new BranchId(row.getString(1)),
                        "SELECT branch_id FROM branch_price WHERE tenant_id = ? AND product_id = ? AND body IS NOT NULL"
                                + " ORDER BY branch_id",
                        tenant.tenantId(),
                        productId)
                .forEach(branch -> price(branch, productId, Optional.empty()));
    }

    /** The body of that thing, where it is there. */
    Optional<String> body(String type, String id) {
        return rows.find(type, id).flatMap(row -> row.entity().body());
    }

    /** That thing, where it is or was there. */
    Optional<Row> row(String type, String id) {
        return rows.find(type, id);
    }

    /** The change that gets the next number. */
    Origin thisChange() {
        return new Origin(tenant.lastChange() + 1, now);
    }

    /** Notes that branches have edited a product, and makes it what follows from that. */
    Entity edited(Row before, Optional<ProductBody> product) {
        Entity entity = before.entity();
        Optional<String> body = product.map(Json::write);
        Origins origins = before.origins().editedByBranch();
        if (body.equals(entity.body())) {
            rows.update(List.of(new Row(entity, before.taxRateId(), origins)));
            return entity;
        }
        tenant.subtract(entity);
        Entity after = new Entity(entity.type(), entity.id(), tenant.nextChange(), body);
        tenant.add(after);
        rows.update(List.of(new Row(after, product.flatMap(ProductBody::taxRateId), origins)));
        former.keep(List.of(entity), author, now.millis());
        return after;
    }

    /** Writes the value that a person decided on, over all that contradict each other, and returns the product as it is now. */
    Entity decide(ProductConflict conflict, ConflictDecision decision) {
        String id = conflict.productId();
        ProductVersions known = versions.of(id);
        FieldState state = known.field(conflict.field()).orElseThrow();
        Sibling decided = thisChange().sibling(decision.value());
        ProductVersions after = known.with(conflict.field(), state.written(decided));
        audit.note(id, conflict.field(), decided, decision.by(), AuditTrail.Outcome.DECIDED, conflict.standing());
        versions.store(id, after);
        Row product = rows.find(Entity.PRODUCT, id).orElseThrow();
        return edited(product, product.entity().body().map(body -> after.over(Json.read(body, ProductBody.class))));
    }

    /** Whether there is that tax rate; none is always there. */
    boolean hasTaxRate(Optional<String> jsonId) {
        return jsonId.map(json -> ids(Entity.TAX_RATE).contains(Json.read(json, String.class)))
                .orElse(true);
    }

    /** Ids of all things of a type that has few. */
    Set<String> ids(String type) {
        return Set.copyOf(em.createQuery(
                        "SELECT r.id FROM CatalogRow r WHERE r.tenantId = :tenant AND r.type = :type AND r.body IS NOT NULL",
                        String.class)
                .setParameter("tenant", tenant.tenantId())
                .setParameter("type", type)
                .getResultList());
    }

    boolean isTaxRateUsed(String taxRateId) {
        return !em.createQuery(
                        "SELECT r.id FROM CatalogRow r WHERE r.tenantId = :tenant AND r.taxRateId = :rate",
                        String.class)
                .setParameter("tenant", tenant.tenantId())
                .setParameter("rate", taxRateId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
