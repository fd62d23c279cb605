package outpost.sales;

import java.util.List;

/** The till's own rules, or its state at this moment, do not let that be done. Nothing was done. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Refusal refusal;
    private final transient List<Object> values;

    /** @param values what {@link Refusal} says that belongs to it */
    public RefusedException(Refusal refusal, Object... values) {
        super(values.length == 0 ? refusal.name() : refusal + " " + List.of(values));
        this.refusal = refusal;
        this.values = List.of(values);
    }

    public Refusal refusal() {
        return refusal;
    }

    public List<Object> values() {
        return values;
    }
}
