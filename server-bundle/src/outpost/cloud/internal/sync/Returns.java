package outpost.cloud.internal.sync;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import outpost.cloud.internal.entity.ReturnedGoods;
import outpost.protocol.Event;
import outpost.protocol.SaleLine;
import outpost.protocol.SaleLineRef;
import outpost.protocol.SalePayload;

/** Adds up, by line of a receipt, what came back. Each lane keeps its own refunds within what was sold; only here is seen what two of them paid out at once. */
final class Returns {
    private final EntityManager em;
    private final String tenantId;

    Returns(EntityManager em, String tenantId) {
        this.em = em;
        this.tenantId = tenantId;
    }

    private record Return(long milli, String terminal, long millis) {}

    /** Keeps what came back in these sales and refunds; training moves nothing. */
    void keep(List<Told> sales) {
        Map<ReturnedGoods.Key, List<Return>> all = new TreeMap<>();
        for (Told told : sales) {
            SalePayload sale = told.sale().orElseThrow();
            if (sale.counts()) {
                sale.lines().stream()
                        .filter(line -> line.refundOf().isPresent())
                        .forEach(line -> all.computeIfAbsent(key(told.event(), line), key -> new ArrayList<>())
                                .add(returned(told.event(), line)));
            }
        }
        // Rows are locked in their keys' order, so that two batches never wait for each other.
        all.forEach((key, returns) -> {
            ReturnedGoods goods = locked(key);
            returns.forEach(one -> goods.add(one.milli(), one.terminal(), one.millis()));
        });
    }

    private ReturnedGoods.Key key(Event event, SaleLine line) {
        SaleLineRef from = line.refundOf().orElseThrow();
        return new ReturnedGoods.Key(tenantId, event.branchId().value(), from.receiptNumber(), from.lineNo());
    }

    private static Return returned(Event event, SaleLine line) {
        return new Return(
                -line.quantityMilli(),
                event.terminalId().value(),
                ZonedDateTime.parse(event.occurredAt()).toInstant().toEpochMilli());
    }

    private ReturnedGoods locked(ReturnedGoods.Key key) {
        ReturnedGoods known = em.find(ReturnedGoods.class, key, LockModeType.PESSIMISTIC_WRITE);
        if (known != null) {
            return known;
        }
        ReturnedGoods made = new ReturnedGoods(key);
        em.persist(made);
        return made;
    }
}
