package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import outpost.cloud.internal.catalog.BranchEdits;
import outpost.cloud.internal.entity.PaidTender;
import outpost.cloud.internal.entity.Sale;
import outpost.cloud.internal.entity.SoldLine;
import outpost.cloud.internal.entity.UnreadEvent;
import outpost.cloud.internal.store.NewRows;
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

    /** Applies events that are in the ledger, table by table, so that the rows of each go in together. */
    void apply(List<Told> told) {
        List<Told> sales = told.stream().filter(one -> one.sale().isPresent()).toList();
        List<SalePayload> sold =
                sales.stream().flatMap(one -> one.sale().stream()).toList();
        NewRows.insert(em, Sale.class, sales.stream().map(this::sale).toList());
        NewRows.insert(em, SoldLine.class, sold.stream().flatMap(this::lines).toList());
        NewRows.insert(
                em, PaidTender.class, sold.stream().flatMap(this::tenders).toList());
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

    private Sale sale(Told told) {
        return new Sale(tenantId, told.event(), told.sale().orElseThrow());
    }

    private Stream<SoldLine> lines(SalePayload sale) {
        return sale.lines().stream()
                .map(line -> new SoldLine(tenantId, sale.saleId().toString(), line));
    }

    private Stream<PaidTender> tenders(SalePayload sale) {
        List<SaleTender> tenders = sale.tenders();
        return IntStream.range(0, tenders.size())
                .mapToObj(place -> new PaidTender(tenantId, sale.saleId().toString(), place + 1, tenders.get(place)));
    }
}
