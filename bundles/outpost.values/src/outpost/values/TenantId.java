package outpost.values;

/** The retailer: no data of one tenant is ever seen by another. */
public record TenantId(String value) implements Id {
    public TenantId {
        Id.checked("tenant id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
