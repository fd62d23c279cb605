package outpost.cloud.internal.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import outpost.cloud.internal.entity.ActRow;
import outpost.cloud.internal.store.Database;
import outpost.values.TenantId;

/**
 * The trail of what administrators did. An act is written down before it is done and its outcome after it, so that none is without a trace, whatever happens
 * in between.
 */
public final class Acts {
    private static final int MOST_CHARS = 500;
    private static final int MOST = 500;
    private static final int TIME_DIGITS = 12;

    private final Database database;
    private final Clock clock;
    private final SecureRandom random;
    /** Keeps the acts of one millisecond in their order. */
    private final AtomicInteger order = new AtomicInteger();

    public Acts(Database database, Clock clock, SecureRandom random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
    }

    /**
     * One act.
     *
     * @param id sorts by time
     * @param act method and address of the call
     * @param about what the call itself said that it was about
     * @param status the answer's; absent where the cloud ended in the middle of it
     * @param address where the call came from
     */
    public record View(
            String id,
            String at,
            String account,
            String role,
            String act,
            String about,
            Optional<Integer> status,
            String address) {}

    /** An act that has begun. */
    public record Begun(String tenantId, String id) {}

    /** @param tenant whose matter it is; empty where it is the cloud's */
    public Begun begin(Optional<TenantId> tenant, Caller.Person person, String act, String address) {
        HexFormat hex = HexFormat.of();
        String id = hex.toHexDigits(clock.millis(), TIME_DIGITS)
                + hex.toHexDigits((short) order.getAndIncrement())
                + hex.toHexDigits(random.nextInt());
        String tenantId = tenant.map(TenantId::value).orElse(Login.NO_TENANT);
        return database.write(em -> {
            em.persist(new ActRow(tenantId, id, person.account(), person.role().wireName(), cut(act), cut(address)));
            return new Begun(tenantId, id);
        });
    }

    public void end(Begun begun, int status, String about) {
        database.write(em -> {
            em.find(ActRow.class, new ActRow.Key(begun.tenantId(), begun.id())).ended(status, cut(about));
            return begun;
        });
    }

    /**
     * The latest ones, newest first.
     *
     * @param tenant whose; empty for those that are the cloud's
     * @param before only those before the one with this id
     */
    public List<View> latest(Optional<TenantId> tenant, Optional<String> before) {
        return database.read(em -> em.createQuery(
                        "SELECT a FROM ActRow a WHERE a.tenantId = :tenant AND a.actId < :before ORDER BY a.actId DESC",
                        ActRow.class)
                .setParameter("tenant", tenant.map(TenantId::value).orElse(Login.NO_TENANT))
                .setParameter("before", before.orElse("g"))
                .setMaxResults(MOST)
                .getResultStream()
                .map(Acts::view)
                .toList());
    }

    private static View view(ActRow row) {
        long at = Long.parseLong(row.actId().substring(0, TIME_DIGITS), 16);
        return new View(
                row.actId(),
                Instant.ofEpochMilli(at).toString(),
                row.account(),
                row.role(),
                row.act(),
                row.about(),
                row.status(),
                row.address());
    }

    private static String cut(String text) {
        return text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) : text;
    }
}
