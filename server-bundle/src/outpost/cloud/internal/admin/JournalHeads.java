package outpost.cloud.internal.admin;

import java.util.List;
import outpost.cloud.internal.entity.EventStream;
import outpost.cloud.internal.store.Database;
import outpost.values.TenantId;

/** How far the journals of a tenant's tills are known, so that a till whose journal was cut off or rewritten is found out. */
public final class JournalHeads {
    private final Database database;

    public JournalHeads(Database database) {
        this.database = database;
    }

    /**
     * The journal of one database file.
     *
     * @param seq the highest entry that is known, with its hash
     * @param missing how many numbers below it are not here
     * @param breaks how many links between the known ones do not fit; 0 unless somebody tampered with the till's file
     */
    public record Head(String terminalId, String posId, long seq, String hash, long missing, long breaks) {}

    /** @throws outpost.cloud.internal.RefusedException if there is no such tenant */
    public List<Head> of(TenantId tenant) {
        return database.read(em -> {
            Shops.requireTenant(em, tenant);
            return em.createQuery(
                            "SELECT s FROM EventStream s WHERE s.tenantId = :tenant AND s.journalSeq > 0"
                                    + " ORDER BY s.terminalId, s.posId",
                            EventStream.class)
                    .setParameter("tenant", tenant.value())
                    .getResultStream()
                    .map(JournalHeads::head)
                    .toList();
        });
    }

    private static Head head(EventStream s) {
        return new Head(
                s.terminalId(),
                s.posId(),
                s.journalSeq(),
                s.journalHash().orElseThrow(),
                s.journalMissing(),
                s.journalBreaks());
    }
}
