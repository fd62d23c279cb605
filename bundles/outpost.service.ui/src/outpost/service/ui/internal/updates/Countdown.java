package outpost.service.ui.internal.updates;

/** Counts the seconds until a till in which an update waits restarts by itself. Lives on the UI thread. */
final class Countdown {
    static final int SECONDS = 60;

    private int left = SECONDS;
    private boolean due;
    private boolean putOff;

    /**
     * Whether an update waits and nobody trades. What was put off counts anew after it was not due for a while, as when a shift was opened in between.
     */
    void see(boolean isDue) {
        if (!isDue) {
            putOff = false;
        }
        if (isDue != due) {
            left = SECONDS;
        }
        due = isDue;
    }

    boolean isCounting() {
        return due && !putOff;
    }

    int left() {
        return left;
    }

    /** A second has passed; answers whether it was the last one. */
    boolean tick() {
        if (isCounting()) {
            left--;
        }
        return isCounting() && left <= 0;
    }

    /** Not now. */
    void putOff() {
        putOff = true;
    }
}
