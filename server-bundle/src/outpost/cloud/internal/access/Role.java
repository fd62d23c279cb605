package outpost.cloud.internal.access;

import java.util.Locale;
import java.util.stream.Stream;

/** How far a person reaches; each role may do all that the ones before it may, and in more places. */
public enum Role {
    /** One branch: its terminals, sales, conflicts and quarantine. */
    BRANCH_MANAGER,
    /** Everything in one tenant. */
    TENANT_ADMIN,
    /** The whole cloud. */
    OPERATOR;

    public boolean reaches(Role needed) {
        return compareTo(needed) >= 0;
    }

    /** As it stands in messages and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such role */
    public static Role of(String wireName) {
        return Stream.of(values())
                .filter(role -> role.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + wireName + "' is no role: branch_manager, tenant_admin or operator"));
    }
}
