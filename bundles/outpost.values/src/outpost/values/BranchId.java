package outpost.values;

/** One shop of a tenant. */
public record BranchId(String value) implements Id {
    public BranchId {
        Id.checked("branch id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
