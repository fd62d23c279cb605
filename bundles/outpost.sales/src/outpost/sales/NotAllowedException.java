package outpost.sales;

/** The one at the till may not do that alone. Nothing was done; with an {@link Approval} of this demand it can be. */
public final class NotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Demand demand;

    public NotAllowedException(Demand demand) {
        super("not allowed: " + demand.right() + (demand.ppm() == 0 ? "" : " of " + demand.ppm() + " ppm"));
        this.demand = demand;
    }

    public Demand demand() {
        return demand;
    }
}
