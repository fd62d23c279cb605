package outpost.protocol;

import java.util.Objects;

/**
 * Body of an {@link Entity#USER}: someone who may work at the tills of the tenant.
 *
 * @param role {@link #CASHIER}, {@link #SUPERVISOR}, {@link #MANAGER}, {@link #TECHNICIAN}, or one that the setting {@code roles} names
 * @param pinHash how a PIN is recognised without being known
 * @param active false for who may no longer log in, but still stands on old receipts
 */
public record UserBody(String name, String role, PinHash pinHash, boolean active) {
    public static final String CASHIER = "cashier";
    public static final String SUPERVISOR = "supervisor";
    public static final String MANAGER = "manager";
    public static final String TECHNICIAN = "technician";

    public UserBody {
        Limits.requireText("name", name, 1, Limits.NAME_CHARS);
        Limits.requireText("role", role, 1, Limits.CODE_CHARS);
        Objects.requireNonNull(pinHash, "pinHash");
    }
}
