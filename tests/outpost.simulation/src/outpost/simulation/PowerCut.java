package outpost.simulation;

/** Ends a simulated program at once: an error, so that no product code takes it for trouble that it can act upon. */
final class PowerCut extends Error {
    private static final long serialVersionUID = 1L;

    PowerCut() {
        super("the power is gone", null, false, false);
    }
}
