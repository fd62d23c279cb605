package outpost.sales;

import java.util.UUID;

/**
 * That somebody with the right allowed one act, by PIN. It serves for one act only.
 *
 * @param userId and {@code userName}: who allowed it
 */
public record Approval(UUID id, String userId, String userName, Demand demand) {}
