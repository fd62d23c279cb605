package outpost.sales;

import java.time.Duration;

/** That was not the PIN, or it came before the wait after earlier wrong ones was over. It is in the journal. */
public final class WrongPinException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;
    private final boolean tried;

    /**
     * @param wait until the next PIN of this user is looked at
     * @param tried false if the PIN was not even looked at
     */
    public WrongPinException(Duration wait, boolean tried) {
        super(tried ? "wrong PIN" : "too many wrong PINs, wait " + wait.toSeconds() + " s");
        this.wait = wait;
        this.tried = tried;
    }

    public Duration waitFor() {
        return wait;
    }

    public boolean wasTried() {
        return tried;
    }
}
