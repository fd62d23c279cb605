package outpost.sales;

import java.util.UUID;

/**
 * Somebody who was let in to do a manager's work.
 *
 * @param id of this visit
 * @param userId empty at a till without log-in
 * @param name as the journal, documents and events show it
 */
public record Supervisor(UUID id, String userId, String name, Right right) {}
