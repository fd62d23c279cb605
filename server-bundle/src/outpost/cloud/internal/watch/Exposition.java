package outpost.cloud.internal.watch;

import jakarta.persistence.EntityManager;
import java.util.List;
import outpost.cloud.internal.live.Nudges;
import outpost.cloud.internal.store.Database;

/** The figures that a monitoring system collects, in Prometheus' text format. Sums come from the database, so every node tells the same. */
public final class Exposition {
    private final Database database;
    private final Nudges nudges;

    public Exposition(Database database, Nudges nudges) {
        this.database = database;
        this.nudges = nudges;
    }

    /** @throws outpost.cloud.internal.store.StorageException if the database fails */
    public String text() {
        StringBuilder text = new StringBuilder();
        database.read(em -> {
            streams(em, text);
            gauge(
                    text,
                    "outpost_quarantined_events",
                    "Refused events that are not settled",
                    rows(
                            em,
                            "SELECT q.tenantId, COUNT(q) FROM QuarantinedEvent q WHERE q.settledAt IS NULL GROUP BY q.tenantId"));
            gauge(
                    text,
                    "outpost_catalog_changes",
                    "The last change of the catalog",
                    rows(em, "SELECT t.tenantId, t.changeSequence FROM Tenant t"));
            head(text, "outpost_alarms", "Open alarms", "gauge");
            for (Object[] row : rows(
                    em,
                    "SELECT a.tenantId, a.kind, COUNT(a) FROM AlarmRow a WHERE a.clearedAt IS NULL GROUP BY a.tenantId, a.kind")) {
                text.append("outpost_alarms{tenant=\"" + row[0] + "\",kind=\"" + row[1] + "\"} " + row[2] + "\n");
            }
            return text;
        });
        head(text, "outpost_live_connections", "Tills that are connected to this node", "gauge");
        text.append("outpost_live_connections " + nudges.connected() + "\n");
        Runtime machine = Runtime.getRuntime();
        head(text, "outpost_heap_used_bytes", "Memory that this node uses", "gauge");
        text.append("outpost_heap_used_bytes " + (machine.totalMemory() - machine.freeMemory()) + "\n");
        return text.toString();
    }

    private static void streams(EntityManager em, StringBuilder text) {
        List<Object[]> sums = rows(
                em,
                "SELECT s.tenantId, SUM(s.received), SUM(s.duplicates), SUM(s.highest - s.received - s.givenUp),"
                        + " SUM(s.journalBreaks) FROM EventStream s GROUP BY s.tenantId");
        metric(text, "outpost_events_received_total", "Events that are here", "counter", sums, 1);
        metric(text, "outpost_events_duplicate_total", "Deliveries of events that were here", "counter", sums, 2);
        metric(text, "outpost_events_missing", "Numbers that are missed below ones that are here", "gauge", sums, 3);
        metric(text, "outpost_journal_breaks", "Links of tills' journals that do not fit", "gauge", sums, 4);
    }

    private static List<Object[]> rows(EntityManager em, String query) {
        return em.createQuery(query, Object[].class).getResultList();
    }

    private static void gauge(StringBuilder text, String name, String help, List<Object[]> rows) {
        metric(text, name, help, "gauge", rows, 1);
    }

    private static void metric(
            StringBuilder text, String name, String help, String type, List<Object[]> rows, int column) {
        head(text, name, help, type);
        // An id holds no character that would have to be escaped.
        rows.forEach(row -> text.append(name + "{tenant=\"" + row[0] + "\"} " + row[column] + "\n"));
    }

    private static void head(StringBuilder text, String name, String help, String type) {
        text.append("# HELP " + name + " " + help + "\n# TYPE " + name + " " + type + "\n");
    }
}
