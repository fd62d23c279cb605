package outpost.cloud.internal.sync;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.catalog.BranchPriceRows;
import outpost.cloud.internal.store.Database;
import outpost.protocol.CatalogState;
import outpost.protocol.Entity;
import outpost.protocol.ErrorCode;
import outpost.protocol.Json;
import outpost.protocol.Sink.RowKey;
import outpost.protocol.SnapshotLine;

/**
 * Writes the whole catalog of a terminal's branch, page by page, each page a short transaction of its own. Rows may thus be newer than the header says;
 * the deltas after the header's cursor make the copy exact.
 */
public final class Snapshots {
    private static final int PAGE_ROWS = 2_000;
    /** Without a tax rate and the currency no product can be sold: a till that has these sells while the rest is on its way. */
    private static final List<String> FIRST = List.of(Entity.SETTING, Entity.TAX_RATE);

    private static final String LINE_FEED = "\n";

    private final Database database;

    public Snapshots(Database database) {
        this.database = database;
    }

    /** A snapshot that is ready to be written; making it has found every reason to refuse it. */
    @FunctionalInterface
    public interface Snapshot {
        void writeTo(OutputStream out) throws IOException;
    }

    /** As {@link #of(Caller.Lane, Optional, Selection)}, with entities of all types. */
    public Snapshot of(Caller.Lane lane, Optional<String> after) {
        return of(lane, after, Selection.ALL);
    }

    /**
     * @param after the last row that the till has, as {@code TYPE:ID}; it need not exist any more
     * @param selection which types it is to hold
     * @throws RefusedException if there is no such place to go on from
     */
    public Snapshot of(Caller.Lane lane, Optional<String> after, Selection selection) {
        Optional<RowKey> start = after.map(Snapshots::key);
        CatalogState state = database.read(em -> BranchCatalog.state(em, lane));
        return out -> write(lane, start, selection, state, out);
    }

    private static RowKey key(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new RefusedException(
                    400,
                    ErrorCode.POS_CATALOG_SNAPSHOT_FAILED,
                    "'after' is '" + text + "', not TYPE:ID; start without it");
        }
        return new RowKey(text.substring(0, colon), text.substring(colon + 1));
    }

    private void write(
            Caller.Lane lane, Optional<RowKey> after, Selection selection, CatalogState state, OutputStream out)
            throws IOException {
        try (SequenceWriter lines = Json.mapper()
                .writerFor(SnapshotLine.class)
                .withRootValueSeparator(LINE_FEED)
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .writeValues(out)) {
            lines.write(new SnapshotLine.Header(state.cursor(), state.count()));
            long rows = 0;
            for (Page page = page(lane, after, selection);
                    !page.rows().isEmpty();
                    page = page(lane, page.end(), selection)) {
                for (Entity entity : page.rows()) {
                    lines.write(new SnapshotLine.Row(entity));
                }
                rows += page.rows().size();
            }
            lines.write(new SnapshotLine.Trailer(rows));
        }
        out.write(LINE_FEED.getBytes(StandardCharsets.US_ASCII));
    }

    private record Page(List<Entity> rows) {
        Optional<RowKey> end() {
            Entity last = rows.get(rows.size() - 1);
            return Optional.of(new RowKey(last.type(), last.id()));
        }
    }

    /** The next rows behind that one: of its type, or, where that type has ended, of the next type. */
    private Page page(Caller.Lane lane, Optional<RowKey> after, Selection selection) {
        return database.read(em -> {
            if (after.isPresent() && selection.wants(after.get().type())) {
                List<Entity> sameType =
                        rows(em, lane, after.get().type(), after.get().id());
                if (!sameType.isEmpty()) {
                    return new Page(sameType);
                }
            }
            return new Page(nextType(em, lane, after.map(RowKey::type).orElse(""), selection)
                    .map(type -> rows(em, lane, type, ""))
                    .orElse(List.of()));
        });
    }

    /** What every sale needs, then all others by name, the branch's own prices before all of these. */
    private static Optional<String> nextType(EntityManager em, Caller.Lane lane, String after, Selection selection) {
        int done = FIRST.indexOf(after);
        boolean first = after.isEmpty() || done >= 0;
        return FIRST.stream()
                .skip(done + 1L)
                .filter(type -> first && selection.wants(type) && isThere(em, lane, type))
                .findFirst()
                .or(() -> nextByName(em, lane, first ? "" : after, selection));
    }

    private static Optional<String> nextByName(EntityManager em, Caller.Lane lane, String after, Selection selection) {
        boolean prices = selection.wants(Entity.BRANCH_PRICE)
                && after.compareTo(Entity.BRANCH_PRICE) < 0
                && BranchCatalog.branch(em, lane).priceRows() > 0;
        return prices ? Optional.of(Entity.BRANCH_PRICE) : nextSharedType(em, lane, after, selection);
    }

    private static Optional<String> nextSharedType(
            EntityManager em, Caller.Lane lane, String after, Selection selection) {
        return Optional.ofNullable(em.createQuery(
                        "SELECT MIN(r.type) FROM CatalogRow r WHERE r.tenantId = :tenant AND r.type > :after AND r.body IS NOT NULL"
                                + " AND r.type NOT IN :first" + selection.condition(),
                        String.class)
                .setParameter("tenant", lane.tenant().value())
                .setParameter("after", after)
                .setParameter("first", FIRST)
                .getSingleResult());
    }

    private static boolean isThere(EntityManager em, Caller.Lane lane, String type) {
        return !em.createQuery(
                        "SELECT r.id FROM CatalogRow r WHERE r.tenantId = :tenant AND r.type = :type AND r.body IS NOT NULL",
                        String.class)
                .setParameter("tenant", lane.tenant().value())
                .setParameter("type", type)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private static List<Entity> rows(EntityManager em, Caller.Lane lane, String type, String afterId) {
        if (type.equals(Entity.BRANCH_PRICE)) {
            return new BranchPriceRows(em, lane.tenant(), lane.branch()).after(afterId, PAGE_ROWS);
        }
        return em.createQuery(
                        "SELECT r.id, r.seq, r.body FROM CatalogRow r WHERE r.tenantId = :tenant AND r.type = :type AND r.id > :after"
                                + " AND r.body IS NOT NULL ORDER BY r.id",
                        Object[].class)
                .setParameter("tenant", lane.tenant().value())
                .setParameter("type", type)
                .setParameter("after", afterId)
                .setMaxResults(PAGE_ROWS)
                .getResultStream()
                .map(row -> new Entity(type, (String) row[0], (Long) row[1], Optional.of((String) row[2])))
                .toList();
    }
}
