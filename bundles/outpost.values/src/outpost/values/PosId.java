package outpost.values;

/** One database file of a terminal: new for each new or restored file, so that its event numbers never repeat. */
public record PosId(String value) implements Id {
    public PosId {
        Id.checked("pos id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
