package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import outpost.cloud.internal.entity.StockDocument;
import outpost.cloud.internal.entity.StockRow;
import outpost.cloud.internal.store.KeyedRows;
import outpost.cloud.internal.store.NewRows;
import outpost.protocol.stock.StockPayload;

/**
 * What events have moved. Movements are only added, each by its own key: tills of one branch that sell the same product at once do not wait for each other, as
 * they would at a level that each of them changes.
 */
final class StockBook {
    private static final KeyedRows DOCUMENTS = new KeyedRows("stock_document", "stock_id", "VARCHAR");

    private final EntityManager em;
    private final String tenantId;

    StockBook(EntityManager em, String tenantId) {
        this.em = em;
        this.tenantId = tenantId;
    }

    /** Keeps the movements of events that are in the ledger. Of a document that is here, or comes twice among these, the first counts. */
    void keep(List<Told> told) {
        Set<UUID> known = known(told);
        List<Told> moving = told.stream()
                .filter(one ->
                        one.stock().map(StockPayload::stockId).map(known::add).orElse(true))
                .toList();
        moving.forEach(one -> one.stock()
                .ifPresent(stock -> em.persist(
                        new StockDocument(tenantId, stock.stockId(), one.event().key()))));
        NewRows.insert(
                em, StockRow.class, moving.stream().flatMap(this::movements).toList());
    }

    private Stream<StockRow> movements(Told told) {
        String branch = told.event().branchId().value();
        return told.movements().stream().map(movement -> new StockRow(tenantId, branch, movement));
    }

    private Set<UUID> known(List<Told> told) {
        List<String> stockIds = told.stream()
                .map(Told::stock)
                .flatMap(Optional::stream)
                .map(stock -> stock.stockId().toString())
                .toList();
        return new HashSet<>(DOCUMENTS.find(
                em, "r.stock_id", Map.of("tenant_id", tenantId), stockIds, row -> UUID.fromString(row.getString(1))));
    }
}
