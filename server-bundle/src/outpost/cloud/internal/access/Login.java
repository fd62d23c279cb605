package outpost.cloud.internal.access;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import outpost.values.TenantId;

/**
 * What a person types to say who it is: {@code mira@acme} of the tenant {@code acme}, or {@code mira} of those who run the cloud. So two tenants may both have
 * a Mira, and no sign-in has to look through the accounts of all tenants.
 *
 * @param tenant empty of an operator
 */
public record Login(Optional<TenantId> tenant, String name) {
    /** Where operators stand in tables whose keys begin with the tenant; it is no tenant's id. */
    static final String NO_TENANT = "*";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    public Login {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no account's name: 1 to 64 small letters, digits, dots, dashes or underscores");
        }
    }

    /** @throws IllegalArgumentException if it can be nobody's */
    public static Login parse(String text) {
        int at = text.indexOf('@');
        String name = (at < 0 ? text : text.substring(0, at)).strip().toLowerCase(Locale.ROOT);
        return new Login(
                at < 0
                        ? Optional.empty()
                        : Optional.of(new TenantId(text.substring(at + 1).strip())),
                name);
    }

    static Login of(String tenantColumn, String name) {
        return new Login(
                Optional.of(tenantColumn).filter(id -> !id.equals(NO_TENANT)).map(TenantId::new), name);
    }

    String tenantColumn() {
        return tenant.map(TenantId::value).orElse(NO_TENANT);
    }

    @Override
    public String toString() {
        return tenant.map(id -> name + "@" + id).orElse(name);
    }
}
