package outpost.sales.internal.staff;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import outpost.outbox.Outbox.Subscription;
import outpost.protocol.PinHash;
import outpost.sales.Approval;
import outpost.sales.Demand;
import outpost.sales.Grounds;
import outpost.sales.NotAllowedException;
import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.sales.Staff;
import outpost.sales.User;
import outpost.sales.WrongPinException;
import outpost.sales.internal.journal.Act;
import outpost.sales.internal.journal.Journal;
import outpost.sales.internal.rules.Business;
import outpost.sales.internal.rules.KnownUser;
import outpost.store.Store;

/** Who is present lives in memory only: after a restart somebody has to log in. */
@Component(
        service = {Staff.class, PinStaff.class},
        immediate = true)
public final class PinStaff implements Staff {
    private final Store store;
    private final Journal journal;
    private final Business business;
    private final Supplier<UUID> newId;
    private final KnownPins pins = new KnownPins(PinHash::matches, new SecureRandom());
    private final Subscription businessChanges;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Map<UUID, Approval> unspent = new ConcurrentHashMap<>();
    private volatile Attendance attendance = Attendance.NOBODY;

    @Activate
    public PinStaff(@Reference Store store, @Reference Journal journal, @Reference Business business) {
        this(store, journal, business, UUID::randomUUID);
    }

    public PinStaff(Store store, Journal journal, Business business, Supplier<UUID> newId) {
        this.store = store;
        this.journal = journal;
        this.business = business;
        this.newId = newId;
        this.businessChanges = business.onChange(this::businessChanged);
    }

    @Deactivate
    void close() {
        businessChanges.close();
    }

    @Override
    public List<User> users() {
        business.refresh();
        return business.users().stream().map(KnownUser::user).toList();
    }

    @Override
    public boolean isOpenTill() {
        return business.isOpenTill();
    }

    @Override
    public Optional<User> present() {
        return isOpenTill() ? Optional.of(User.ANYONE) : attendance.present();
    }

    @Override
    public Optional<User> locked() {
        Attendance now = attendance;
        return now.locked() && !isOpenTill() ? now.user() : Optional.empty();
    }

    @Override
    public User logIn(String userId, String pin) {
        business.refresh();
        User user = recognised(userId, pin);
        store.write(transaction -> {
            String kind = locked().filter(user::equals).isPresent() ? "unlock" : "log_in";
            journal.enter(transaction, Act.of(journal.now(), kind, user.id(), user));
            return user;
        });
        become(Attendance.of(user));
        return user;
    }

    @Override
    public void logOut() {
        Optional<User> user = attendance.user();
        if (user.isPresent() && !isOpenTill()) {
            store.write(transaction -> {
                journal.enter(
                        transaction, Act.of(journal.now(), "log_out", user.get().id(), user.get()));
                return user;
            });
        }
        become(Attendance.NOBODY);
    }

    @Override
    public void lock() {
        Optional<User> user = present();
        if (isOpenTill() || user.isEmpty()) {
            return;
        }
        // Locked it is in any case, also when the disk takes nothing any more.
        become(new Attendance(user, true));
        store.write(transaction -> {
            journal.enter(transaction, Act.of(journal.now(), "lock", user.get().id(), user.get()));
            return user;
        });
    }

    @Override
    public boolean may(Demand demand) {
        return present().filter(user -> business.allows(user, demand)).isPresent();
    }

    @Override
    public List<User> approvers(Demand demand) {
        return users().stream().filter(user -> business.allows(user, demand)).toList();
    }

    @Override
    public Approval approve(String userId, String pin, Demand demand) {
        business.refresh();
        User user = recognised(userId, pin);
        if (!business.allows(user, demand)) {
            throw new NotAllowedException(demand);
        }
        Approval approval = new Approval(newId.get(), user.id(), user.name(), demand);
        unspent.put(approval.id(), approval);
        return approval;
    }

    @Override
    public Subscription onChange(Runnable listener) {
        Runnable own = () -> listener.run();
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /**
     * The one present, who must be allowed that alone or by the approval among the grounds.
     *
     * @throws RefusedException if nobody is logged in
     * @throws NotAllowedException if neither holds
     */
    public User require(Demand demand, Grounds grounds) {
        User user = present().orElseThrow(() -> new RefusedException(Refusal.NOBODY_LOGGED_IN));
        if (!business.allows(user, demand) && !approves(grounds, demand)) {
            throw new NotAllowedException(demand);
        }
        return user;
    }

    /** The act was done: its approval serves for no other. */
    public void spend(Grounds grounds) {
        grounds.approval().map(Approval::id).ifPresent(unspent::remove);
    }

    private boolean approves(Grounds grounds, Demand demand) {
        return grounds.approval()
                .filter(approval -> approval.equals(unspent.get(approval.id())))
                .filter(approval -> approval.demand().covers(demand))
                .isPresent();
    }

    /** The hash is compared outside of any transaction, as it takes its time. */
    private User recognised(String userId, String pin) {
        KnownUser known = business.users().stream()
                .filter(each -> each.user().id().equals(userId))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Refusal.NO_SUCH_USER));
        Duration wait = store.read(transaction ->
                PinTrials.waitFor(transaction, userId, journal.clock().instant()));
        if (!wait.isZero()) {
            throw new WrongPinException(wait, false);
        }
        if (!pins.matches(known.pinHash(), pin)) {
            throw new WrongPinException(wrong(known.user()), true);
        }
        store.write(transaction -> {
            PinTrials.succeeded(transaction, userId);
            return userId;
        });
        return known.user();
    }

    private Duration wrong(User user) {
        return store.write(transaction -> {
            Duration wait =
                    PinTrials.failed(transaction, user.id(), journal.clock().instant());
            journal.enter(
                    transaction,
                    Act.of(journal.now(), "wrong_pin", user.id(), user).with("waitSeconds", wait.toSeconds()));
            return wait;
        });
    }

    /** Whoever is no user any more, or has another role now, is not present any more as what they were. */
    private void businessChanged() {
        Attendance now = attendance;
        Optional<User> still = now.user().flatMap(user -> business.users().stream()
                .map(KnownUser::user)
                .filter(each -> each.id().equals(user.id()))
                .findFirst());
        attendance = new Attendance(still, still.isPresent() && now.locked());
        listeners.forEach(Runnable::run);
    }

    private void become(Attendance next) {
        attendance = next;
        listeners.forEach(Runnable::run);
    }
}
