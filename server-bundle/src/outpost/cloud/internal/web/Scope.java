package outpost.cloud.internal.web;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.access.Role;
import outpost.values.BranchId;
import outpost.values.TenantId;

/** The one place that holds a person to its tenant and branch: each administrator's call names them in its query. */
final class Scope {
    static final String TENANT = "tenant";
    static final String BRANCH = "branch";
    /** The tenant of the calls that name none. */
    static final String FIRST_TENANT = "main";

    private Scope() {}

    /** @throws RefusedException if the call is not for that role, or reaches beyond the caller's tenant or branch */
    static void require(Access.Who who, Caller.Person person, MultivaluedMap<String, String> query) {
        Role needed =
                switch (who) {
                    case PERSON, BRANCH_MANAGER -> Role.BRANCH_MANAGER;
                    case TENANT_ADMIN -> Role.TENANT_ADMIN;
                    case OPERATOR -> Role.OPERATOR;
                    default -> throw RefusedException.forbidden("This is a terminal's call");
                };
        if (!person.role().reaches(needed)) {
            throw RefusedException.forbidden("Your role does not reach that far");
        }
        if (who != Access.Who.PERSON) {
            // A parameter that comes twice is checked twice: a resource takes the first one.
            values(query, TENANT, FIRST_TENANT).forEach(tenant -> {
                if (!person.reaches(tenant(tenant))) {
                    throw RefusedException.forbidden("That is not your tenant; name yours by ?tenant=");
                }
            });
            person.branch().ifPresent(own -> values(query, BRANCH, "").forEach(branch -> {
                if (!own.value().equals(branch)) {
                    throw RefusedException.forbidden("That is not your branch; name yours by ?branch=");
                }
            }));
        }
    }

    /** Whose matter a call is, where its query says so readably. */
    static Optional<TenantId> tenantOf(MultivaluedMap<String, String> query) {
        try {
            return Optional.ofNullable(query.getFirst(TENANT)).map(TenantId::new);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    static TenantId tenant(String text) {
        return RefusedException.parse(TENANT, text, TenantId::new);
    }

    /** The branch that a call keeps to, where it keeps to one. */
    static Optional<BranchId> branch(String text) {
        return Optional.ofNullable(text).map(id -> RefusedException.parse(BRANCH, id, BranchId::new));
    }

    private static List<String> values(MultivaluedMap<String, String> query, String name, String otherwise) {
        List<String> values = query.get(name);
        return values == null || values.isEmpty() ? List.of(otherwise) : values;
    }
}
