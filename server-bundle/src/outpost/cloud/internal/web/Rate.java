package outpost.cloud.internal.web;

/** So many calls a second on the average, ten seconds' worth of them at once. It is for one caller and knows no clock of its own. */
final class Rate {
    private static final long BURST_SECONDS = 10;
    private static final long MILLIS = 1_000;

    private final long perSecond;
    /** In thousandths of a call, so that whole numbers do. */
    private long left;

    private long asOfMillis;

    Rate(long perSecond, long nowMillis) {
        this.perSecond = perSecond;
        this.left = perSecond * BURST_SECONDS * MILLIS;
        this.asOfMillis = nowMillis;
    }

    /** Takes a call; returns 0, or after how many seconds the next one is free. */
    synchronized long take(long nowMillis) {
        // A clock that was set back gives nothing and takes nothing.
        long passed = Math.min(Math.max(0, nowMillis - asOfMillis), BURST_SECONDS * MILLIS);
        asOfMillis = nowMillis;
        left = Math.min(left + passed * perSecond, perSecond * BURST_SECONDS * MILLIS);
        if (left >= MILLIS) {
            left -= MILLIS;
            return 0;
        }
        return Math.max(1, (MILLIS - left) / (perSecond * MILLIS));
    }
}
