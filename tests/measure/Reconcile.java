import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import jakarta.persistence.EntityManager;
import outpost.catalog.internal.SqliteCatalog;
import outpost.cloud.internal.Settings.DatabaseSettings;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.sync.Reconciles;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.protocol.reconcile.Comparison;
import outpost.protocol.reconcile.PlaceRange;
import outpost.protocol.reconcile.ReconcileAnswer;
import outpost.protocol.reconcile.ReconcilePlan;
import outpost.protocol.reconcile.ReconcileRequest;
import outpost.store.Store;
import outpost.values.BranchId;
import outpost.values.TenantId;
import outpost.values.TerminalId;

/** Compares a till's catalog (SQLite) with the cloud's (H2), both of that many rows and on disk: time, exchanges, bytes of the bodies as they travel. */
public final class Reconcile {
    private static final int BATCH = 10_000;
    private static final Caller.Lane LANE =
            new Caller.Lane(new TenantId("main"), new BranchId("main"), new TerminalId("T1"));

    private long bytes;

    public static void main(String[] arguments) throws Exception {
        int[] differing = Stream.of(arguments).skip(2).mapToInt(Integer::parseInt).toArray();
        new Reconcile().run(Integer.parseInt(arguments[0]), Path.of(arguments[1]), differing);
    }

    private void run(int rows, Path work, int[] numbers) throws Exception {
        Constructor<?> constructor =
                Class.forName("outpost.store.internal.SqliteStore").getDeclaredConstructor(Path.class);
        constructor.setAccessible(true);
        Store store = (Store) constructor.newInstance(work.resolve("till"));
        SqliteCatalog till = new SqliteCatalog(store);
        Database database = new Database(DatabaseSettings.embedded(work));
        fill(rows, store, database);
        Reconciles cloud = new Reconciles(database);

        say("check: every row read and hashed again", timed(() -> till.check(done -> {})));
        for (int round = 0; round < 3; round++) {
            say("till: 256 fingerprints of all rows", timed(() -> till.sums(PlaceRange.ALL, 256)));
        }
        compare("equal", till, cloud);
        for (int differing : numbers) {
            damage(store, differing, rows);
            till.check(done -> {});
            ReconcilePlan plan = compare(differing + " differ", till, cloud);
            say("  apply", timed(() -> till.apply(plan)));
            compare("  afterwards", till, cloud);
        }
        System.exit(0);
    }

    private ReconcilePlan compare(String what, SqliteCatalog till, Reconciles cloud) throws IOException {
        bytes = 0;
        long start = System.nanoTime();
        Comparison comparison = new Comparison(till);
        for (Optional<ReconcileRequest> next = comparison.next(); next.isPresent(); next = comparison.next()) {
            ReconcileRequest request = Json.read(sent(next.get()), ReconcileRequest.class);
            comparison.take(Json.read(sent(cloud.answer(LANE, request)), ReconcileAnswer.class));
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        ReconcilePlan plan = comparison.plan();
        System.out.printf(
                "%s: %d found, %d exchanges, %,d bytes, %d ms%n",
                what, plan.changes().size(), comparison.exchanges(), bytes, millis);
        return plan;
    }

    private String sent(Object message) throws IOException {
        String json = Json.write(message);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(json.getBytes(StandardCharsets.UTF_8));
        }
        bytes += out.size();
        return json;
    }

    private static void fill(int rows, Store store, Database database) {
        database.write(em -> insert(em, "INSERT INTO tenant (tenant_id, name, currency, change_sequence, catalog_rows, catalog_digest)"
                + " VALUES ('main', 'Shop', 'GBP', 0, 0, 0)"));
        database.write(em -> insert(em, "INSERT INTO branch (tenant_id, branch_id, name) VALUES ('main', 'main', 'Branch')"));
        long digest = 0;
        for (int from = 0; from < rows; from += BATCH) {
            List<Entity> page = new ArrayList<>();
            for (int i = from; i < Math.min(rows, from + BATCH); i++) {
                page.add(row(i));
                digest += page.get(page.size() - 1).digest();
            }
            store.write(transaction -> {
                transaction.updateAll(
                        "INSERT INTO catalog_entities (type, id, seq, digest, generation, body, name_row, place) VALUES (?, ?, ?, ?, 0, ?, 1, ?)",
                        page.stream()
                                .map(row -> new Object[] {
                                    row.type(), row.id(), row.seq(), row.digest(), row.body().orElseThrow(), row.place()
                                })
                                .toList());
                return page;
            });
            database.write(em -> insert(em, page));
        }
        long sum = digest;
        database.write(em -> insert(
                em,
                "UPDATE tenant SET change_sequence = " + rows + ", catalog_rows = " + rows + ", catalog_digest = " + sum
                        + ", placed_digest = " + sum));
        store.write(transaction -> transaction.update(
                "UPDATE catalog_meta SET cursor = ?, count = ?, digest = ?, indexed_digest = ?",
                (long) rows,
                (long) rows,
                sum,
                sum));
    }

    private static int insert(EntityManager em, String sql) {
        return em.createNativeQuery(sql).executeUpdate();
    }

    private static int insert(EntityManager em, List<Entity> rows) {
        try (Connection connection = em.unwrap(Connection.class);
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO catalog_entity (tenant_id, entity_type, entity_id, seq, body, place, digest) VALUES ('main', ?, ?, ?, ?, ?, ?)")) {
            for (Entity row : rows) {
                statement.setString(1, row.type());
                statement.setString(2, row.id());
                statement.setLong(3, row.seq());
                statement.setString(4, row.body().orElseThrow());
                statement.setLong(5, row.place());
                statement.setLong(6, row.digest());
                statement.addBatch();
            }
            return statement.executeBatch().length;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Entity row(int number) {
        String code = String.format("%013d", 4_000_000_000_000L + number * 7L);
        ProductBody body = new ProductBody(
                "Product number " + number, List.of(code), 100 + number % 5_000, false, Optional.of("standard"), Optional.empty());
        return new Entity(Entity.PRODUCT, code, number + 1, Optional.of(Json.write(body)));
    }

    private static void damage(Store store, int differing, int rows) {
        store.write(transaction -> {
            for (int i = 0; i < differing; i++) {
                transaction.update(
                        "UPDATE catalog_entities SET body = replace(body, 'number', 'nr') WHERE entity = ?",
                        1L + (long) i * (rows / differing));
            }
            return differing;
        });
    }

    private static void say(String what, long millis) {
        System.out.println(what + ": " + millis + " ms");
    }

    private static long timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
