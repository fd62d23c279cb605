package outpost.sales;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import outpost.outbox.Outbox.Subscription;

/**
 * Who stands at the till and what they may do. Where the cloud has no users the till is open: {@link User#ANYONE} is always present and may do everything.
 *
 * <p>Calls that take a PIN are slow on purpose, as its hash is: never on the UI thread. So are those that say that they read the disk.
 */
@ProviderType
public interface Staff {
    /** Those who can log in, by name. Reads the disk. */
    List<User> users();

    /** Whether nobody needs to log in. Never waits. */
    boolean isOpenTill();

    /** Who is logged in; empty before the first log-in, after log-out, and while locked. Never waits. */
    Optional<User> present();

    /** Who may unlock at once because they only locked the till; their ticket waits. Never waits. */
    Optional<User> locked();

    /**
     * Logs in or unlocks. The next cashier may log in while another one has locked; the open ticket stays.
     *
     * @throws WrongPinException after the third wrong PIN of a user with a wait that doubles, 5 s to 5 minutes, a restart included
     * @throws RefusedException if there is no such active user
     */
    User logIn(String userId, String pin);

    void logOut();

    /** Hides the till until a PIN is given. Does nothing at an open till. */
    void lock();

    /** Whether the one present may do that without asking. Never waits. */
    boolean may(Demand demand);

    /** Users who could allow that, by name. Reads the disk. */
    List<User> approvers(Demand demand);

    /**
     * Another user's leave for one act.
     *
     * @throws WrongPinException as {@link #logIn}
     * @throws NotAllowedException if that user may not do it either
     */
    Approval approve(String userId, String pin, Demand demand);

    /** Calls back after somebody came, went, or locked. On any thread: keep it short. */
    Subscription onChange(Runnable listener);
}
