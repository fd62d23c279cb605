package outpost.sales.internal.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import outpost.outbox.Terminal;
import outpost.protocol.Ed25519;
import outpost.protocol.JournalCheck;
import outpost.protocol.JournalRow;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.sales.JournalFindings;
import outpost.sales.JournalLine;
import outpost.sales.TillJournal;
import outpost.store.Store;

/** The journal as it lies in the till's database. */
@Component
public final class SqliteTillJournal implements TillJournal {
    private static final int MAX_LATEST = 1_000;
    private static final int ROWS_AT_ONCE = 1_000;

    private final Store store;
    private final Terminal terminal;

    /** @param journal only so that the tables are there */
    @Activate
    public SqliteTillJournal(@Reference Store store, @Reference Terminal terminal, @Reference Journal journal) {
        this(store, terminal);
    }

    SqliteTillJournal(Store store, Terminal terminal) {
        this.store = store;
        this.terminal = terminal;
    }

    @Override
    public List<JournalLine> latest(int limit) {
        if (limit < 1 || limit > MAX_LATEST) {
            throw new IllegalArgumentException("limit is " + limit + ", must be 1 to " + MAX_LATEST);
        }
        return store.read(transaction -> JournalRows.select(transaction, "ORDER BY j.id DESC LIMIT ?", limit)).stream()
                .map(row -> new JournalLine(
                        row.seq(),
                        ZonedDateTime.parse(row.at()),
                        row.kind(),
                        row.subject(),
                        row.content().map(SqliteTillJournal::fields).orElse(Map.of())))
                .toList();
    }

    /** Of somebody's changed content as much as can be read: {@link #verify} tells that it was changed. */
    private static Map<String, String> fields(String content) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            Json.read(content, JsonNode.class).properties().forEach(field -> {
                if (field.getValue().isValueNode()) {
                    fields.put(field.getKey(), field.getValue().asText());
                }
            });
        } catch (MalformedMessageException e) {
            fields.put("content", content);
        }
        return fields;
    }

    @Override
    public JournalFindings verify() {
        JournalCheck check = new JournalCheck(Ed25519.publicKey(terminal.publicKey()), Optional.empty());
        return store.read(transaction -> {
            long entries = 0;
            List<JournalRow> rows;
            do {
                rows = JournalRows.select(transaction, "ORDER BY j.id LIMIT ? OFFSET ?", ROWS_AT_ONCE, entries);
                rows.forEach(check::next);
                entries += rows.size();
            } while (!rows.isEmpty());
            return new JournalFindings(entries, check.faults());
        });
    }
}
