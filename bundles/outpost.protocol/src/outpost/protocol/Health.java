package outpost.protocol;

/**
 * Answer of {@code GET health}.
 *
 * @param status {@code ok}
 * @param cloudId names this cloud's database; another one is another cloud
 * @param timeMillis the cloud's clock, by which a till dates its sign-in whatever its own clock says
 * @param protocolMin oldest protocol version that is understood
 * @param protocolMax newest one
 */
public record Health(String status, String cloudId, long timeMillis, int protocolMin, int protocolMax) {}
