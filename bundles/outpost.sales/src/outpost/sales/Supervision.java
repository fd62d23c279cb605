package outpost.sales;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The work of branch managers behind the selling: who comes in is checked, and each act is in the journal.
 *
 * <p>Whoever came in stays until they leave, or until somebody else stands at the till, or nobody: a till that locks is left by its supervisor too.
 */
@ProviderType
public interface Supervision {
    /**
     * Lets in the one present where their role has that right, otherwise whoever's approval is among the grounds. Writes the disk.
     *
     * @throws RefusedException if nobody is logged in
     * @throws NotAllowedException if neither has the right
     */
    Supervisor open(Right right, Grounds grounds);

    /** Whether they are still in. Never waits. */
    boolean isOpen(Supervisor supervisor);

    /** They leave. Does nothing if they have left. */
    void leave(Supervisor supervisor);

    /**
     * Enters an act in the journal, to be called before it has its effect: an act whose effect a power cut prevents is in the journal all the same, and none has
     * an effect unseen. Writes the disk.
     *
     * @throws IllegalStateException if they are not in any more; nothing was entered, and nothing may be done
     */
    void note(Supervisor supervisor, Deed deed);
}
