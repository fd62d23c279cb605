package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Collectors;
import outpost.cloud.internal.catalog.BranchEdits;
import outpost.cloud.internal.entity.PaidTender;
import outpost.cloud.internal.entity.Sale;
import outpost.cloud.internal.entity.SoldLine;
import outpost.cloud.internal.entity.UnreadEvent;
import outpost.protocol.SaleLine;
import outpost.protocol.SalePayload;
import outpost.protocol.SaleTender;
import outpost.values.TenantId;

/** What events change besides the ledger, in the transaction that stores them, or that reads them later: each exactly once. */
final class Effects {
    private final EntityManager em;
    private final String tenantId;
    private final Streams streams;
    private final Returns returns;
    private final StockBook stock;
    private final Journals journals;
    private final BranchEdits edits;

    /** @param streams with those locked whose journals the events continue */
    Effects(EntityManager em, String tenantId, Streams streams, long nowMillis) {
        this.em = em;
        this.tenantId = tenantId;
        this.streams = streams;
        this.returns = new Returns(em, tenantId);
        this.stock = new StockBook(em, tenantId);
        this.journals = new Journals(em, tenantId);
        this.edits = new BranchEdits(em, new TenantId(tenantId), nowMillis);
    }

    /** Applies events that are in the ledger, table by table, so that each table's rows go out as one JDBC batch: the commit writes them in this order. */
    void apply(List<Told> told) {
        List<Told> sales = told.stream().filter(one -> one.sale().isPresent()).toList();
        sales.forEach(
                one -> em.persist(new Sale(tenantId, one.event(), one.sale().orElseThrow())));
        List<SalePayload> sold =
                sales.stream().flatMap(one -> one.sale().stream()).toList();
        sold.forEach(this::storeLines);
        sold.forEach(this::storeTenders);
        returns.keep(sales);
        stock.keep(told);
        told.stream()
                .flatMap(one -> one.link().stream())
                .collect(Collectors.groupingBy(Link::stream))
                .forEach((stream, links) -> journals.extend(streams.of(stream), links));
        for (Told one : told) {
            if (one.content() instanceof Content.GivenUp given) {
                streams.giveUp(one.event().terminalId(), given.discard());
            }
            if (one.content() instanceof Content.Edited edited) {
                edits.take(one.event().terminalId(), edited.edit());
            }
        }
        told.stream()
                .filter(one -> one.content() instanceof Content.Unread)
                .forEach(one -> em.persist(new UnreadEvent(tenantId, one.event())));
    }

    private void storeLines(SalePayload sale) {
        for (SaleLine line : sale.lines()) {
            em.persist(new SoldLine(tenantId, sale.saleId().toString(), line));
        }
    }

    private void storeTenders(SalePayload sale) {
        int number = 0;
        for (SaleTender tender : sale.tenders()) {
            em.persist(new PaidTender(tenantId, sale.saleId().toString(), ++number, tender));
        }
    }
}
