package outpost.cloud.internal.catalog;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.Codes;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.access.Audited;
import outpost.cloud.internal.admin.Shops;
import outpost.cloud.internal.store.Database;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.PinHash;
import outpost.protocol.UserBody;
import outpost.values.TenantId;

/** Who may work at a tenant's tills. A PIN is kept as its hash only, here as at the tills. */
public final class Users {
    private static final int ID_CHARACTERS = 8;

    private final Database database;
    private final SecureRandom random;
    private final Clock clock;

    public Users(Database database, SecureRandom random, Clock clock) {
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    /**
     * What a user shall be.
     *
     * @param userId absent for a new one, which then gets an id
     * @param pin 4 to 12 digits; absent where the one before stays
     * @param active absent means yes
     */
    public record Wanted(
            Optional<String> userId, String name, String role, Optional<String> pin, Optional<Boolean> active) {
        @Override
        public String toString() {
            return "user " + userId.orElse("(new)");
        }
    }

    /** A user, without the PIN's hash. */
    public record View(String userId, String name, String role, boolean active) implements Audited {
        @Override
        public String about() {
            return role + " " + userId + (active ? "" : ", who may not log in");
        }
    }

    /** All users by name, those who may no longer log in too. */
    public List<View> all(TenantId tenant) {
        return database.read(em -> {
            Shops.requireTenant(em, tenant);
            return em.createQuery(
                            "SELECT r.id, r.body FROM CatalogRow r"
                                    + " WHERE r.tenantId = :tenant AND r.type = :type AND r.body IS NOT NULL",
                            Object[].class)
                    .setParameter("tenant", tenant.value())
                    .setParameter("type", Entity.USER)
                    .getResultStream()
                    .map(row -> view((String) row[0], Json.read((String) row[1], UserBody.class)))
                    .sorted(Comparator.comparing(View::name).thenComparing(View::userId))
                    .toList();
        });
    }

    /** Makes a user, or changes the one with that id; the next pull tells the tills. */
    public View put(TenantId tenant, Wanted wanted) {
        // Hashing takes a part of a second on purpose; no transaction waits for it.
        Optional<PinHash> hash =
                wanted.pin().map(pin -> RefusedException.parse("pin", pin, text -> PinHash.of(text, random)));
        String id = wanted.userId().orElseGet(() -> "U" + Codes.random(random, ID_CHARACTERS));
        return database.write(em -> {
            CatalogEdit edit = new CatalogEdit(em, tenant, Author.CLOUD, clock.millis());
            UserBody user = body(wanted, hash.or(() -> known(edit, id)).orElseThrow(Users::noPin));
            edit.put(Entity.USER, draft(id, user));
            return view(id, user);
        });
    }

    private static Optional<PinHash> known(CatalogEdit edit, String id) {
        return edit.body(Entity.USER, id)
                .map(body -> Json.read(body, UserBody.class).pinHash());
    }

    private static UserBody body(Wanted wanted, PinHash hash) {
        return RefusedException.parse(
                "body",
                wanted.role(),
                role -> new UserBody(wanted.name(), role, hash, wanted.active().orElse(true)));
    }

    private static Draft draft(String id, UserBody user) {
        return RefusedException.parse("userId", id, text -> Draft.user(text, user));
    }

    private static RefusedException noPin() {
        return RefusedException.invalid("pin", "A new user needs a PIN");
    }

    private static View view(String id, UserBody user) {
        return new View(id, user.name(), user.role(), user.active());
    }
}
