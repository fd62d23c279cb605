package outpost.sales.internal.rules;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import outpost.protocol.UserBody;
import outpost.sales.Demand;
import outpost.sales.Right;

/**
 * What a role may do.
 *
 * @param discountPpm how far {@link Right#DISCOUNT} reaches
 * @param overridePpm how far {@link Right#PRICE_OVERRIDE} reaches
 */
public record Role(Set<Right> rights, int discountPpm, int overridePpm) {
    /** What holds where the setting {@code roles} does not name a role. */
    static final Map<String, Role> DEFAULTS = Map.of(
            UserBody.CASHIER,
            new Role(
                    EnumSet.of(Right.SELL, Right.DISCOUNT, Right.VOID_LINE, Right.REFUND, Right.SHIFT, Right.REPRINT),
                    50_000,
                    0),
            UserBody.SUPERVISOR,
            new Role(
                    EnumSet.complementOf(EnumSet.of(Right.RETURN_WITHOUT_RECEIPT, Right.RECONCILE, Right.SERVICE)),
                    200_000,
                    200_000),
            UserBody.MANAGER,
            new Role(EnumSet.allOf(Right.class), Demand.ALL_PPM, Demand.ALL_PPM),
            UserBody.TECHNICIAN,
            new Role(EnumSet.of(Right.SERVICE, Right.TRAINING, Right.OPEN_DRAWER, Right.REPRINT), 0, 0));

    /** Who has a role that nobody has described may do nothing. */
    static final Role NOTHING = new Role(Set.of(), 0, 0);

    public Role {
        rights = Set.copyOf(rights);
        if (discountPpm < 0 || discountPpm > Demand.ALL_PPM || overridePpm < 0 || overridePpm > Demand.ALL_PPM) {
            throw new IllegalArgumentException("a role's limit is 0 to " + Demand.ALL_PPM);
        }
    }

    public boolean allows(Demand demand) {
        int limit =
                switch (demand.right()) {
                    case DISCOUNT -> discountPpm;
                    case PRICE_OVERRIDE -> overridePpm;
                    default -> Demand.ALL_PPM;
                };
        return rights.contains(demand.right()) && demand.ppm() <= limit;
    }
}
