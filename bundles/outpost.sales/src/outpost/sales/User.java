package outpost.sales;

/**
 * Who stands at the till.
 *
 * @param role id of the role: cashier, supervisor, manager, technician, or one of the business's own
 */
public record User(String id, String name, String role) {
    /** At a till for which the cloud has no users: nameless, and allowed everything. */
    public static final User ANYONE = new User("", "Cashier", "manager");
}
