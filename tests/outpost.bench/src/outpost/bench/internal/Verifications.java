package outpost.bench.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.zip.GZIPOutputStream;
import outpost.protocol.Json;
import outpost.protocol.reconcile.ReconcilePlan;
import outpost.protocol.reconcile.ReconcileStatus.Phase;
import outpost.protocol.reconcile.Reconciler;
import outpost.store.Store;

/** A till whose rows were damaged behind its back finds out which: it reads and hashes all of them again, and compares with the cloud. */
final class Verifications {
    private static final int RUNS = 5;
    private static final List<Integer> DIFFERING = List.of(0, 1, 10, 1_000);
    private static final String CALL = "/sync/reconcile";

    private final CloudOrder order;
    private final LongSupplier nanoTime;
    private final Relay relay;
    private final Store store = Services.await(Store.class);
    private final Reconciler reconciler = Services.await(Reconciler.class);

    Verifications(CloudOrder order, LongSupplier nanoTime, Relay relay) throws InterruptedException {
        this.order = order;
        this.nanoTime = nanoTime;
        this.relay = relay;
    }

    void measure(Consumer<Reading> readings) {
        try (BareFile bare = BareFile.open(order.folder().resolve("bare-verify.db"), order.goods())) {
            for (int differing : DIFFERING) {
                for (int run = 0; run <= RUNS; run++) {
                    Consumer<Reading> take = run == 0 ? reading -> {} : readings;
                    measure(differing, run, take);
                    Stopwatch watch = new Stopwatch(nanoTime);
                    bare.hashAll();
                    take.accept(Reading.bare(name(differing), "ms", watch.millis()));
                }
            }
        }
    }

    private void measure(int differing, int run, Consumer<Reading> readings) {
        damage(differing, run);
        relay.forget();
        Stopwatch watch = new Stopwatch(nanoTime);
        reconciler.verify();
        watch.await("the comparison", () -> isOver(Phase.PLANNED));
        readings.accept(Reading.ours(name(differing), "ms", watch.millis()));
        Relay.Traffic traffic = relay.traffic(CALL);
        readings.accept(Reading.ours(name(differing) + "/bytes", "B", traffic.bytes()));
        readings.accept(Reading.ours(name(differing) + "/trips", "trips", traffic.exchanges()));
        int found = reconciler
                .comparison()
                .plan()
                .map(ReconcilePlan::changes)
                .orElse(List.of())
                .size();
        if (found != differing) {
            throw new IllegalStateException(differing + " rows differ, and " + found + " were found");
        }
        if (differing > 0) {
            readings.accept(Reading.bare(name(differing) + "/bytes", "B", bareBytes(differing)));
            reconciler.applyPlan();
            watch.await("the plan's end", () -> isOver(Phase.IDLE));
        }
    }

    private boolean isOver(Phase other) {
        Phase phase = reconciler.comparison().phase();
        return phase == Phase.IDLE || phase == other;
    }

    private void damage(int differing, int run) {
        long rows = order.goods().count();
        store.write(transaction -> {
            for (int i = 0; i < differing; i++) {
                transaction.update(
                        "UPDATE catalog_entities SET body = replace(body, '\"name\":\"', '\"name\":\"~')"
                                + " WHERE entity = (SELECT entity FROM catalog_entities WHERE +type = 'product'"
                                + " AND entity > ? ORDER BY entity LIMIT 1)",
                        i * (rows / differing) + run);
            }
            return differing;
        });
    }

    /** The right rows themselves, compressed: what cannot be left out. */
    private int bareBytes(int differing) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(body)) {
            for (int i = 0; i < differing; i++) {
                String row = Json.write(order.goods().row(i * (order.goods().count() / differing)));
                gzip.write(row.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return body.size();
    }

    private String name(int differing) {
        return "verify-" + order.goods().size() + "/" + (differing == 0 ? "equal" : differing);
    }
}
