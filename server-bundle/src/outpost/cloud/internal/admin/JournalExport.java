package outpost.cloud.internal.admin;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.entity.LedgerEvent;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.sync.StoredEvents;
import outpost.protocol.Event;
import outpost.protocol.EventType;
import outpost.protocol.JournalEntry;
import outpost.protocol.Json;
import outpost.protocol.SaleJournal;
import outpost.protocol.SalePayload;
import outpost.values.TenantId;

/** Writes the journals of a tenant's tills as they have arrived, in the order of their numbers, some entries in memory at a time. */
public final class JournalExport {
    private static final int PAGE_ENTRIES = 200;
    private static final String LINE_FEED = "\n";

    private final Database database;
    private final JournalHeads heads;

    public JournalExport(Database database, JournalHeads heads) {
        this.database = database;
        this.heads = heads;
    }

    /**
     * One entry.
     *
     * @param localEventId the event that brought it
     * @param content what was hashed: of a sale its payload
     * @param signature absent for a sale, whose event is signed instead
     * @param eventPosId the posId of that event, where it is not that of the journal
     */
    public record Entry(
            String terminalId,
            String posId,
            long seq,
            String at,
            String kind,
            String subject,
            String content,
            String previousHash,
            String hash,
            Optional<String> signature,
            Optional<String> eventPosId,
            long localEventId) {}

    /** Entries that are ready to be written. */
    @FunctionalInterface
    public interface Export {
        /** Writes one JSON object a line. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * @param terminal and {@code pos}: whose journal; absent for all
     * @throws outpost.cloud.internal.RefusedException if there is no such tenant
     */
    public Export of(TenantId tenant, Optional<String> terminal, Optional<String> pos) {
        List<JournalHeads.Head> wanted = heads.of(tenant).stream()
                .filter(head -> terminal.map(head.terminalId()::equals).orElse(true))
                .filter(head -> pos.map(head.posId()::equals).orElse(true))
                .toList();
        return out -> write(tenant, wanted, out);
    }

    private void write(TenantId tenant, List<JournalHeads.Head> wanted, OutputStream out) throws IOException {
        try (SequenceWriter lines = Json.mapper()
                .writerFor(Entry.class)
                .withRootValueSeparator(LINE_FEED)
                .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .writeValues(out)) {
            for (JournalHeads.Head head : wanted) {
                Place place = new Place(0, "", 0);
                for (List<Entry> page = page(tenant, head, place); !page.isEmpty(); page = page(tenant, head, place)) {
                    lines.writeAll(page);
                    Entry last = page.get(page.size() - 1);
                    place = new Place(last.seq(), last.eventPosId().orElse(last.posId()), last.localEventId());
                }
            }
        }
        if (!wanted.isEmpty()) {
            out.write(LINE_FEED.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private record Place(long seq, String eventPosId, long localEventId) {}

    private List<Entry> page(TenantId tenant, JournalHeads.Head head, Place after) {
        return database.read(em -> {
            StoredEvents stored = new StoredEvents(em);
            return em.createQuery(
                            "SELECT j.seq, j.localEventId, j.hash, j.previousHash, e, j.eventPosId FROM JournalRow j, LedgerEvent e"
                                    + " WHERE j.tenantId = :tenant AND j.terminalId = :terminal AND j.posId = :pos"
                                    + " AND (j.seq > :seq OR (j.seq = :seq AND (j.eventPosId > :eventPos"
                                    + " OR (j.eventPosId = :eventPos AND j.localEventId > :event))))"
                                    + " AND e.tenantId = j.tenantId AND e.terminalId = j.terminalId AND e.posId = j.eventPosId"
                                    + " AND e.localEventId = j.localEventId ORDER BY j.seq, j.eventPosId, j.localEventId",
                            Object[].class)
                    .setParameter("tenant", tenant.value())
                    .setParameter("terminal", head.terminalId())
                    .setParameter("pos", head.posId())
                    .setParameter("seq", after.seq())
                    .setParameter("eventPos", after.eventPosId())
                    .setParameter("event", after.localEventId())
                    .setMaxResults(PAGE_ENTRIES)
                    .getResultStream()
                    .map(row -> entry(head, row, stored.of((LedgerEvent) row[4])))
                    .toList();
        });
    }

    private static Entry entry(JournalHeads.Head head, Object[] row, Event event) {
        return event.type().equals(EventType.JOURNAL)
                ? ofAct(head, row, Json.read(event.payload(), JournalEntry.class))
                : ofSale(head, row, event.type(), event.payload());
    }

    private static Entry ofAct(JournalHeads.Head head, Object[] row, JournalEntry entry) {
        return new Entry(
                head.terminalId(),
                head.posId(),
                entry.seq(),
                entry.at(),
                entry.kind(),
                entry.subject(),
                entry.content(),
                entry.previousHash(),
                entry.hash(),
                Optional.of(entry.signature()),
                eventPosId(head, row),
                (Long) row[1]);
    }

    private static Entry ofSale(JournalHeads.Head head, Object[] row, EventType type, String payload) {
        SalePayload sale = Json.read(payload, SalePayload.class);
        SaleJournal journal = sale.journal().orElseThrow();
        return new Entry(
                head.terminalId(),
                head.posId(),
                journal.seq(),
                journal.at(),
                type.wireName(),
                sale.receiptNumber(),
                payload,
                (String) row[3],
                (String) row[2],
                Optional.empty(),
                eventPosId(head, row),
                (Long) row[1]);
    }

    private static Optional<String> eventPosId(JournalHeads.Head head, Object[] row) {
        return Optional.of((String) row[5]).filter(pos -> !pos.equals(head.posId()));
    }
}
