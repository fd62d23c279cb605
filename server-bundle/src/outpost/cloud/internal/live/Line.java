package outpost.cloud.internal.live;

/** A connected till, to which something may be told. None of the calls waits for it. */
public interface Line {

    /** Says that the catalog has come to that change. What is overtaken by a later call while the till is slow is left out. */
    void changed(long cursor);

    /** Says that the product conflicts that wait for a person are others than before. */
    void conflict();

    /** Says that the branch's lanes are others than before. */
    void lanes();

    /** Says that this terminal has no access any more, and hangs up. */
    void revoked();

    /** Keeps the connection open through whatever closes idle ones. */
    void ping();

    /** Hangs up because this node ends; another one may serve. */
    void end();
}
