package outpost.cloud.internal.watch;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.admin.Shops;
import outpost.cloud.internal.entity.AlarmRow;
import outpost.cloud.internal.nodes.Signal;
import outpost.cloud.internal.store.Database;
import outpost.protocol.Json;
import outpost.values.TenantId;

/** Where a tenant's alarms are sent to. What has to be sent is written down in the transaction that raises or clears the alarm. */
public final class Webhooks {
    private static final int MOST_WEBHOOKS = 10;
    private static final int MOST_URL_CHARS = 2_000;
    private static final int SECRET_BYTES = 32;

    private final Database database;
    private final Clock clock;
    private final SecureRandom random;

    public Webhooks(Database database, Clock clock, SecureRandom random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    /** One that shall be. */
    public record Wanted(String url) {
        public Wanted {
            requireUrl(url);
        }
    }

    /** A new one. @param secret signs what is sent; it is not shown again */
    public record Made(String webhookId, String url, String secret) {}

    /**
     * One that is there.
     *
     * @param waiting how many messages have not arrived yet
     * @param deliveredAt when the last one arrived
     * @param problem why the last one that did not arrive did not
     */
    public record View(
            String webhookId, String url, long waiting, Optional<String> deliveredAt, Optional<String> problem) {}

    /** What is sent: an alarm as it was when it was raised or cleared. */
    public record Message(
            String event,
            String tenantId,
            String kind,
            String terminalId,
            Optional<String> posId,
            String since,
            Optional<String> clearedAt,
            String detail) {}

    /** @throws RefusedException if there is no such tenant, or it has many already */
    public Made make(TenantId tenant, Wanted wanted) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        Made made = new Made(
                HexFormat.of().toHexDigits(random.nextLong()),
                wanted.url(),
                HexFormat.of().formatHex(secret));
        return database.write(em -> {
            Shops.requireTenant(em, tenant);
            if (ids(em, tenant.value()).size() >= MOST_WEBHOOKS) {
                throw RefusedException.invalid("url", "There are " + MOST_WEBHOOKS + " webhooks already");
            }
            em.createNativeQuery("INSERT INTO webhook (tenant_id, webhook_id, url, secret) VALUES (?, ?, ?, ?)")
                    .setParameter(1, tenant.value())
                    .setParameter(2, made.webhookId())
                    .setParameter(3, made.url())
                    .setParameter(4, made.secret())
                    .executeUpdate();
            return made;
        });
    }

    /** @throws RefusedException if there is no such tenant */
    public List<View> of(TenantId tenant) {
        return database
                .<List<?>>read(em -> {
                    Shops.requireTenant(em, tenant);
                    return em.createNativeQuery(
                                    "SELECT w.webhook_id, w.url, COUNT(d.next_at), MAX(d.delivered_at), (SELECT l.problem FROM webhook_delivery l"
                                            + " WHERE l.tenant_id = w.tenant_id AND l.webhook_id = w.webhook_id AND l.problem IS NOT NULL"
                                            + " ORDER BY l.made_at DESC, l.delivery_id FETCH FIRST 1 ROW ONLY) FROM webhook w"
                                            + " LEFT JOIN webhook_delivery d ON d.tenant_id = w.tenant_id AND d.webhook_id = w.webhook_id"
                                            + " WHERE w.tenant_id = ? GROUP BY w.tenant_id, w.webhook_id, w.url ORDER BY w.url, w.webhook_id")
                            .setParameter(1, tenant.value())
                            .getResultList();
                })
                .stream()
                .map(row -> view((Object[]) row))
                .toList();
    }

    private static View view(Object[] row) {
        return new View(
                (String) row[0],
                (String) row[1],
                ((Number) row[2]).longValue(),
                Optional.ofNullable((Number) row[3])
                        .map(millis -> Instant.ofEpochMilli(millis.longValue()).toString()),
                Optional.ofNullable((String) row[4]));
    }

    /** Sends nothing there any more; what waits is forgotten. */
    public void remove(TenantId tenant, String webhookId) {
        int removed =
                database.write(em -> em.createNativeQuery("DELETE FROM webhook WHERE tenant_id = ? AND webhook_id = ?")
                        .setParameter(1, tenant.value())
                        .setParameter(2, webhookId)
                        .executeUpdate());
        if (removed == 0) {
            throw RefusedException.notFound("There is no webhook '" + webhookId + "'");
        }
    }

    /** Has the alarm, as it is now, sent to whoever wants its tenant's; one of the cloud itself concerns all tenants. */
    void announce(EntityManager em, AlarmRow alarm) {
        String event = alarm.clearedAt().isPresent() ? "cleared" : "raised";
        String body = Json.write(new Message(
                event,
                alarm.tenantId(),
                alarm.kind(),
                alarm.terminalId(),
                Optional.of(alarm.posId()).filter(pos -> !pos.isEmpty()),
                Instant.ofEpochMilli(alarm.since()).toString(),
                alarm.clearedAt().map(at -> Instant.ofEpochMilli(at).toString()),
                alarm.detail()));
        for (Object[] webhook : ids(em, alarm.tenantId())) {
            // Named by what it is about, so that the same look on two nodes sends it once.
            String about = String.join(
                    "\n",
                    (String) webhook[1],
                    event,
                    alarm.kind(),
                    alarm.tenantId(),
                    alarm.terminalId(),
                    alarm.posId(),
                    Integer.toString(alarm.episode()));
            em.createNativeQuery(
                            "INSERT INTO webhook_delivery (tenant_id, webhook_id, delivery_id, body, made_at, attempts, next_at)"
                                    + " VALUES (?, ?, ?, ?, ?, 0, ?)")
                    .setParameter(1, webhook[0])
                    .setParameter(2, webhook[1])
                    .setParameter(
                            3,
                            UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8))
                                    .toString())
                    .setParameter(4, body)
                    .setParameter(5, clock.millis())
                    .setParameter(6, clock.millis())
                    .executeUpdate();
        }
    }

    private static List<Object[]> ids(EntityManager em, String tenantId) {
        List<?> rows = em.createNativeQuery("SELECT tenant_id, webhook_id FROM webhook WHERE tenant_id = ? OR ? = '"
                        + Signal.EVERY_TENANT + "'")
                .setParameter(1, tenantId)
                .setParameter(2, tenantId)
                .getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private static void requireUrl(String text) {
        if (text == null) {
            throw new IllegalArgumentException("url is missing");
        }
        try {
            URI url = URI.create(text);
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (!web || url.getHost() == null || url.getUserInfo() != null || text.length() > MOST_URL_CHARS) {
                throw new IllegalArgumentException("not http or https, no host, a password in it, or too long");
            }
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "url is no address that alarms can be sent to: " + wrong.getMessage(), wrong);
        }
    }
}
