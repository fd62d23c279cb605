package outpost.cloud.internal.watch;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.admin.Shops;
import outpost.cloud.internal.entity.AlarmRow;
import outpost.cloud.internal.nodes.Nodes;
import outpost.cloud.internal.nodes.Signal;
import outpost.cloud.internal.nodes.Signal.Topic;
import outpost.cloud.internal.store.AfterCommit;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.watch.Condition.Subject;
import outpost.values.BranchId;
import outpost.values.TenantId;

/**
 * Raises an alarm when something begins to be wrong, and clears it when it is well again. Looking twice, or on two nodes at once, comes to the same: what an
 * alarm is about is its key.
 */
public final class Alarms {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final int MOST = 500;

    private final Database database;
    private final Nodes nodes;
    private final Webhooks webhooks;
    private final Clock clock;

    public Alarms(Database database, Nodes nodes, Webhooks webhooks, Clock clock) {
        this.database = database;
        this.nodes = nodes;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /**
     * An alarm.
     *
     * @param terminalId the terminal that it is about; of an alarm of the cloud itself the node's name
     * @param posId the file that it is about, where it is not about the terminal
     * @param clearedAt when it was well again; absent while it is not
     */
    public record View(
            String kind,
            String terminalId,
            Optional<String> posId,
            String since,
            Optional<String> clearedAt,
            String detail) {}

    /** Looks at every tenant. */
    public void look() {
        database.<List<String>>read(em -> em.createQuery("SELECT t.tenantId FROM Tenant t", String.class)
                        .getResultList())
                .forEach(this::look);
        look(Signal.EVERY_TENANT);
    }

    /**
     * How it stands now with the tenant and with the cloud itself, after a look: the open alarms, then the cleared ones, of each the latest first.
     *
     * @param branch the only one whose terminals they are about, where it is to be only one
     * @throws outpost.cloud.internal.RefusedException if there is no such tenant
     */
    public List<View> of(TenantId tenant, Optional<BranchId> branch) {
        database.read(em -> {
            Shops.requireTenant(em, tenant);
            return tenant;
        });
        look(tenant.value());
        look(Signal.EVERY_TENANT);
        return database.read(em -> Stream.of("a.clearedAt IS NULL", "a.clearedAt IS NOT NULL")
                .flatMap(which -> views(em, tenant, branch, which))
                .toList());
    }

    private static Stream<View> views(EntityManager em, TenantId tenant, Optional<BranchId> branch, String which) {
        return em.createQuery(
                        "SELECT a FROM AlarmRow a WHERE (a.tenantId = :tenant OR a.tenantId = :cloud)"
                                + " AND (:branch = '' OR EXISTS (SELECT t FROM Terminal t WHERE t.tenantId = a.tenantId"
                                + " AND t.terminalId = a.terminalId AND t.branchId = :branch)) AND " + which
                                + " ORDER BY a.since DESC, a.kind, a.terminalId",
                        AlarmRow.class)
                .setParameter("tenant", tenant.value())
                .setParameter("cloud", Signal.EVERY_TENANT)
                .setParameter("branch", branch.map(BranchId::value).orElse(""))
                .setMaxResults(MOST)
                .getResultStream()
                .map(Alarms::view);
    }

    private record Look(List<AlarmRow> raised, List<AlarmRow> cleared) {}

    private void look(String tenantId) {
        // What is logged has to be so: the transaction may run again.
        List<Condition> ofNodes =
                tenantId.equals(Signal.EVERY_TENANT) ? NodeConditions.of(nodes.all(), clock.millis()) : List.of();
        Look look = database.write(em -> look(em, tenantId, ofNodes));
        look.raised()
                .forEach(alarm -> LOG.warn(
                        "Alarm {} of terminal {} {} in tenant {}: {}",
                        alarm.kind(),
                        alarm.terminalId(),
                        alarm.posId(),
                        tenantId,
                        alarm.detail()));
        look.cleared()
                .forEach(alarm -> LOG.info(
                        "Alarm {} of terminal {} {} in tenant {} is cleared",
                        alarm.kind(),
                        alarm.terminalId(),
                        alarm.posId(),
                        tenantId));
    }

    /** Of a tenant that there is, the conditions of its terminals are looked for besides. */
    private Look look(EntityManager em, String tenantId, List<Condition> ofNodes) {
        List<Condition> conditions = new ArrayList<>(ofNodes);
        conditions.addAll(new Conditions(em, tenantId, clock.millis()).all());
        Map<Subject, AlarmRow> open = open(em, tenantId);
        List<AlarmRow> raised = new ArrayList<>();
        for (Condition condition : conditions) {
            AlarmRow known = open.remove(condition.subject());
            if (known == null) {
                known = raised(em, tenantId, condition);
                raised.add(known);
            }
            known.describe(condition.detail());
        }
        open.values().forEach(alarm -> alarm.clear(clock.millis()));
        em.flush();
        raised.forEach(alarm -> webhooks.announce(em, alarm));
        open.values().forEach(alarm -> webhooks.announce(em, alarm));
        if (!raised.isEmpty() || !open.isEmpty()) {
            AfterCommit.signal(em, Topic.ALARMS, tenantId);
        }
        return new Look(raised, List.copyOf(open.values()));
    }

    private static AlarmRow raised(EntityManager em, String tenantId, Condition condition) {
        int earlier = em.createQuery(
                        "SELECT COUNT(a) FROM AlarmRow a WHERE a.tenantId = :tenant AND a.kind = :kind"
                                + " AND a.terminalId = :terminal AND a.posId = :pos",
                        Long.class)
                .setParameter("tenant", tenantId)
                .setParameter("kind", condition.kind().wireName())
                .setParameter("terminal", condition.terminalId())
                .setParameter("pos", condition.posId())
                .getSingleResult()
                .intValue();
        AlarmRow alarm = new AlarmRow(
                tenantId,
                condition.kind().wireName(),
                condition.terminalId(),
                condition.posId(),
                earlier + 1,
                condition.sinceMillis());
        em.persist(alarm);
        return alarm;
    }

    private static Map<Subject, AlarmRow> open(EntityManager em, String tenantId) {
        Map<Subject, AlarmRow> open = new HashMap<>();
        em.createQuery("SELECT a FROM AlarmRow a WHERE a.tenantId = :tenant AND a.clearedAt IS NULL", AlarmRow.class)
                .setParameter("tenant", tenantId)
                .getResultStream()
                .forEach(alarm -> open.put(new Subject(alarm.kind(), alarm.terminalId(), alarm.posId()), alarm));
        return open;
    }

    private static View view(AlarmRow alarm) {
        return new View(
                alarm.kind(),
                alarm.terminalId(),
                Optional.of(alarm.posId()).filter(pos -> !pos.isEmpty()),
                Instant.ofEpochMilli(alarm.since()).toString(),
                alarm.clearedAt().map(at -> Instant.ofEpochMilli(at).toString()),
                alarm.detail());
    }
}
