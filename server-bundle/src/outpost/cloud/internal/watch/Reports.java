package outpost.cloud.internal.watch;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.function.Consumer;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.entity.ReportRow;
import outpost.cloud.internal.entity.Terminal;
import outpost.cloud.internal.nodes.Signal.Topic;
import outpost.cloud.internal.store.AfterCommit;
import outpost.cloud.internal.store.Database;
import outpost.protocol.Json;
import outpost.protocol.TillReport;

/** Keeps the last that each terminal said of itself, and when it was last heard of. */
public final class Reports {
    private final Database database;
    private final Clock clock;

    public Reports(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void keep(Caller.Lane caller, TillReport report) {
        String json = Json.write(report);
        change(caller, row -> row.reported(json, clock.millis()));
    }

    /** Notes that the terminal is there, though it said nothing of itself. */
    public void seen(Caller.Lane caller) {
        change(caller, row -> row.seen(clock.millis()));
    }

    private void change(Caller.Lane caller, Consumer<ReportRow> change) {
        database.write(em -> {
            change.accept(row(em, caller));
            AfterCommit.signal(em, Topic.FLEET, caller.tenant().value());
            return caller;
        });
    }

    private static ReportRow row(EntityManager em, Caller.Lane caller) {
        String tenant = caller.tenant().value();
        String terminal = caller.terminal().value();
        ReportRow known = em.find(ReportRow.class, new Terminal.Key(tenant, terminal));
        if (known != null) {
            return known;
        }
        ReportRow made = new ReportRow(tenant, terminal);
        em.persist(made);
        return made;
    }
}
