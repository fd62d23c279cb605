package outpost.cloud.internal.watch;

/**
 * Something that is the case now and should not be.
 *
 * @param posId the file that it is about; empty where it is about the terminal
 * @param sinceMillis since 1970-01-01 UTC
 * @param detail a sentence for a person
 */
record Condition(AlarmKind kind, String terminalId, String posId, long sinceMillis, String detail) {

    /** What stays the same while the condition lasts. */
    record Subject(String kind, String terminalId, String posId) {}

    Subject subject() {
        return new Subject(kind.wireName(), terminalId, posId);
    }
}
