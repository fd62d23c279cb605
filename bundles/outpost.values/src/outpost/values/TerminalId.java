package outpost.values;

/** One enrolled lane of a branch; it outlives the machine's database file. */
public record TerminalId(String value) implements Id {
    public TerminalId {
        Id.checked("terminal id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
