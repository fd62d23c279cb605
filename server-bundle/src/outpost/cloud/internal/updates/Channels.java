package outpost.cloud.internal.updates;

import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.store.Sql;
import outpost.values.BranchId;
import outpost.values.TenantId;

/** Which release each ring of branches gets, and which branch is in which. */
public final class Channels {
    private final Database database;

    public Channels(Database database) {
        this.database = database;
    }

    /** What a channel gives; nothing while it is halted. */
    public record View(Ring channel, long number, boolean halted) {}

    /** A branch that is in another ring than {@link Ring#ALL}, or was put there by name. */
    public record BranchRing(TenantId tenantId, BranchId branchId, Ring ring) {}

    /** Channels that were given a release. */
    public List<View> all() {
        return database.read(em -> views(new Sql(em)));
    }

    public List<BranchRing> rings() {
        return database.read(em -> new Sql(em)
                .rows(
                        row -> new BranchRing(
                                new TenantId(row.getString(1)),
                                new BranchId(row.getString(2)),
                                Ring.named(row.getString(3))),
                        "SELECT tenant_id, branch_id, channel FROM update_ring ORDER BY tenant_id, branch_id"));
    }

    /**
     * Gives a release to a ring, and ends a halt.
     *
     * @throws RefusedException if there is no such release, or the ring got a newer one: no till would take it
     */
    public View promote(Ring ring, long number) {
        return database.write(em -> {
            Sql sql = new Sql(em);
            boolean there = !sql.rows(
                            row -> row.getLong(1),
                            "SELECT number FROM update_release WHERE tenant_id = ? AND number = ?",
                            Releases.CLOUD,
                            number)
                    .isEmpty();
            if (!there) {
                throw RefusedException.notFound("There is no release " + number);
            }
            Optional<View> known = view(sql, ring);
            if (known.filter(given -> given.number() > number).isPresent()) {
                throw RefusedException.invalid(
                        "number",
                        "The ring has got release " + known.get().number()
                                + "; tills take none that is older. Publish what was good under a higher number.");
            }
            write(sql, ring, number, false, known.isPresent());
            return new View(ring, number, false);
        });
    }

    /**
     * Gives a ring nothing until the next promotion. Tills that have the release keep it.
     *
     * @throws RefusedException if the ring never got one
     */
    public View halt(Ring ring) {
        return database.write(em -> {
            Sql sql = new Sql(em);
            View known =
                    view(sql, ring).orElseThrow(() -> RefusedException.notFound("The ring has got no release yet"));
            write(sql, ring, known.number(), true, true);
            return new View(ring, known.number(), true);
        });
    }

    /** @throws RefusedException if there is no such branch */
    public BranchRing put(TenantId tenant, BranchId branch, Ring ring) {
        return database.write(em -> {
            Sql sql = new Sql(em);
            boolean there = !sql.rows(
                            row -> row.getString(1),
                            "SELECT name FROM branch WHERE tenant_id = ? AND branch_id = ?",
                            tenant.value(),
                            branch.value())
                    .isEmpty();
            if (!there) {
                throw RefusedException.notFound("There is no branch '" + branch + "'");
            }
            int known = sql.change(
                    "UPDATE update_ring SET channel = ? WHERE tenant_id = ? AND branch_id = ?",
                    ring.wireName(),
                    tenant.value(),
                    branch.value());
            if (known == 0) {
                sql.change(
                        "INSERT INTO update_ring (tenant_id, branch_id, channel) VALUES (?, ?, ?)",
                        tenant.value(),
                        branch.value(),
                        ring.wireName());
            }
            return new BranchRing(tenant, branch, ring);
        });
    }

    /** The ring of a branch, whether or not there is such a branch: nobody learns that here. */
    public Ring of(String tenant, String branch) {
        return database.read(em -> new Sql(em)
                        .rows(
                                row -> Ring.named(row.getString(1)),
                                "SELECT channel FROM update_ring WHERE tenant_id = ? AND branch_id = ?",
                                tenant,
                                branch)
                        .stream()
                        .findFirst()
                        .orElse(Ring.ALL));
    }

    private static List<View> views(Sql sql) {
        return sql.rows(
                row -> new View(Ring.named(row.getString(1)), row.getLong(2), row.getBoolean(3)),
                "SELECT channel, number, halted FROM update_channel WHERE tenant_id = ? ORDER BY channel",
                Releases.CLOUD);
    }

    private static Optional<View> view(Sql sql, Ring ring) {
        return views(sql).stream().filter(view -> view.channel() == ring).findFirst();
    }

    private static void write(Sql sql, Ring ring, long number, boolean halted, boolean known) {
        String statement = known
                ? "UPDATE update_channel SET number = ?, halted = ? WHERE tenant_id = ? AND channel = ?"
                : "INSERT INTO update_channel (number, halted, tenant_id, channel) VALUES (?, ?, ?, ?)";
        sql.change(statement, number, halted, Releases.CLOUD, ring.wireName());
    }
}
