package outpost.cloud.internal.nodes;

import java.util.Locale;

/**
 * That something of a tenant has changed, and nothing more: whoever wants to know reads the database. One that gets lost delays somebody, and
 * makes nothing wrong.
 *
 * @param tenantId whose, or {@link #EVERY_TENANT}
 */
public record Signal(Topic topic, String tenantId) {
    /** No tenant can be called so. */
    public static final String EVERY_TENANT = "*";

    /** What has changed. */
    public enum Topic {
        CATALOG,
        CONFLICTS,
        SALES,
        ALARMS,
        FLEET,
        /** Who may do what: a terminal was enrolled or cut off, a person's session has ended. */
        ACCESS
    }

    /** Whether it is of that tenant. */
    public boolean concerns(String tenant) {
        return tenantId.equals(EVERY_TENANT) || tenantId.equals(tenant);
    }

    /** As it travels between nodes. */
    String text() {
        return topic.name().toLowerCase(Locale.ROOT) + "/" + tenantId;
    }

    /** @throws IllegalArgumentException if it is of a topic that this version does not know */
    static Signal parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("Not a signal: " + text);
        }
        return new Signal(Topic.valueOf(text.substring(0, slash).toUpperCase(Locale.ROOT)), text.substring(slash + 1));
    }
}
