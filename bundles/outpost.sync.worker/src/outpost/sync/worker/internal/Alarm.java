package outpost.sync.worker.internal;

import java.time.Duration;

/** Lets the worker's one thread wait, and any thread wake it. What came while it was not waiting is not lost. */
interface Alarm {
    /** A person asks: ends any pause. */
    void request();

    /** Something waits to be sent: ends only a pause that heeds it. */
    void nudge();

    /** Forgets nudges so far: to be called before looking at what waits. */
    void forgetNudges();

    /** Waits until somebody {@linkplain #request() asks}. */
    void awaitRequest() throws InterruptedException;

    /** Waits until the time is over or somebody asks; a nudge ends it too, if it heeds nudges. */
    void pause(Duration time, boolean heedNudges) throws InterruptedException;
}
