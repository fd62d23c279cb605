package outpost.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import outpost.cloud.internal.admin.SalesSummary;

/** Each receipt that was printed is at the cloud exactly once with its amount, nothing else is, and the cloud's sums are the tills'. */
final class SalesInvariants {
    private final World world;
    private final Map<UUID, Long> atCloud = new HashMap<>();

    SalesInvariants(World world) {
        this.world = world;
        world.cloud()
                .read(em -> em.createQuery(
                                "SELECT s.saleId, s.totalMinor FROM Sale s WHERE s.tenantId = :tenant", Object[].class)
                        .setParameter("tenant", world.tenant().value())
                        .getResultList())
                .forEach(row -> atCloud.put(UUID.fromString((String) row[0]), (Long) row[1]));
    }

    void check(SalesSummary.Summary summary) {
        Map<UUID, Long> committed = new HashMap<>();
        world.running().forEach((till, program) -> {
            Map<UUID, Long> receipts = receipts(program);
            till.printed()
                    .forEach((sale, amount) -> world.require(
                            amount.equals(receipts.get(sale)),
                            till.name() + ": the printed sale " + sale + " is gone"));
            committed.putAll(receipts);
        });
        exactlyOnce(committed);
        long net = atCloud.values().stream().mapToLong(Long::longValue).sum();
        world.require(summary.netMinor() == net, "the cloud sums up " + summary.netMinor() + ", the tills " + net);
        world.require(
                summary.sales() + summary.refunds() == atCloud.size(),
                "the cloud counts " + (summary.sales() + summary.refunds()) + " tickets, the tills " + atCloud.size());
    }

    /** Of a disk that is gone, what cloud or lanes had acknowledged is there, and the rest may be. */
    private void exactlyOnce(Map<UUID, Long> committed) {
        Map<UUID, Long> perhaps = new HashMap<>();
        world.tills().forEach(till -> {
            committed.putAll(till.safe());
            perhaps.putAll(till.unsafe());
        });
        committed.forEach((sale, amount) -> {
            if (!amount.equals(atCloud.get(sale))) {
                world.violated("sale " + sale + " of " + amount + " is at the cloud with " + atCloud.get(sale)
                        + quarantined(sale) + atTills(sale));
            }
        });
        atCloud.forEach((sale, amount) -> world.require(
                amount.equals(committed.getOrDefault(sale, perhaps.get(sale))),
                "sale " + sale + " is at the cloud, but was at no till"));
    }

    private String atTills(UUID sale) {
        return world.running().entrySet().stream()
                .flatMap(running -> running.getValue().where(sale).stream()
                        .map(place -> ", " + running.getKey().name() + " has it as " + place))
                .collect(Collectors.joining());
    }

    private String quarantined(UUID sale) {
        return world.cloud().read(em -> em.createQuery(
                        "SELECT q.code, q.posId, q.localEventId, q.deliveredBy FROM QuarantinedEvent q"
                                + " WHERE q.tenantId = :tenant AND q.event LIKE :sale",
                        Object[].class)
                .setParameter("tenant", world.tenant().value())
                .setParameter("sale", "%" + sale + "%")
                .getResultStream()
                .map(row -> ", in quarantine as " + List.of(row))
                .collect(Collectors.joining()));
    }

    private static Map<UUID, Long> receipts(Program program) {
        Map<UUID, Long> receipts = new HashMap<>();
        program.receipts()
                .forEach(receipt ->
                        receipts.put(receipt.sale().saleId(), receipt.sale().totalMinor()));
        return receipts;
    }
}
