package outpost.outbox;

/**
 * @param waiting events that are not yet acknowledged by the cloud, parked ones not counted
 * @param parked events that need a person
 * @param acknowledged events that the cloud has
 */
public record OutboxCounts(long waiting, long parked, long acknowledged) {}
