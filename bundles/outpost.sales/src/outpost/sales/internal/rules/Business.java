package outpost.sales.internal.rules;

import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.catalog.Catalog;
import outpost.outbox.Identity;
import outpost.outbox.Outbox.Subscription;
import outpost.outbox.Terminal;
import outpost.sales.Demand;
import outpost.sales.Refusal;
import outpost.sales.RefusedException;
import outpost.sales.Rules;
import outpost.sales.TenderType;
import outpost.sales.User;
import outpost.store.StoreException;
import outpost.values.Money;
import outpost.values.reckoning.Terms;

/** What the business decided, as last read in the background: nobody who asks waits for the disk. */
@Component(service = {Rules.class, Business.class})
public final class Business implements Rules {
    private static final Logger log = LoggerFactory.getLogger(Business.class);
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final Catalog catalog;
    private final Terminal terminal;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Optional<ScheduledExecutorService> timer;
    private volatile Decided decided;

    @Activate
    public Business(@Reference Catalog catalog, @Reference Terminal terminal) {
        this(catalog, terminal, Optional.of(Executors.newSingleThreadScheduledExecutor(Business::newThread)));
    }

    /** @param timer looks for changes every second; without one, only {@link #refresh} does */
    public Business(Catalog catalog, Terminal terminal, Optional<ScheduledExecutorService> timer) {
        this.catalog = catalog;
        this.terminal = terminal;
        this.timer = timer;
        this.decided = read();
        timer.ifPresent(clock ->
                clock.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
    }

    @Deactivate
    void close() {
        timer.ifPresent(ScheduledExecutorService::shutdownNow);
    }

    /** Reads what the cloud decided, if any of it has changed. Reads the disk. */
    public void refresh() {
        if (catalog.state().cursor() != decided.cursor()) {
            decided = read();
            listeners.forEach(Runnable::run);
        }
    }

    /** Calls back after what the business decided was read anew. */
    public Subscription onChange(Runnable listener) {
        Runnable own = () -> listener.run();
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /** How a ticket that begins now is reckoned. */
    public Terms terms() {
        return decided.terms().orElseGet(() -> {
            Currency currency = currency();
            return new Terms(currency, true, Terms.cashStepMinor(currency));
        });
    }

    /** Those who can log in, by name. */
    public List<KnownUser> users() {
        return decided.users();
    }

    /** Whether the cloud has named nobody, so that nobody needs to log in. */
    public boolean isOpenTill() {
        return decided.users().isEmpty();
    }

    public boolean allows(User user, Demand demand) {
        return isOpenTill()
                || decided.roles().getOrDefault(user.role(), Role.NOTHING).allows(demand);
    }

    @Override
    public boolean taxIncluded() {
        return terms().taxIncluded();
    }

    @Override
    public Money cashStep() {
        return new Money(terms().currency(), terms().cashStepMinor());
    }

    @Override
    public List<String> reasons(Topic topic) {
        return decided.reasons().getOrDefault(topic, List.of());
    }

    @Override
    public List<TenderType> tenders() {
        return decided.tenders();
    }

    @Override
    public List<Money> denominations() {
        Currency currency = currency();
        return decided.denominations()
                .map(decimals -> Denominations.parse(currency, decimals))
                .orElseGet(() -> Denominations.of(currency));
    }

    @Override
    public Optional<Duration> lockAfter() {
        return decided.lockAfter();
    }

    @Override
    public boolean trainingAllowed() {
        return decided.trainingAllowed();
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "outpost-sales-rules");
        thread.setDaemon(true);
        return thread;
    }

    private Currency currency() {
        return terminal.identity()
                .map(Identity::currency)
                .orElseThrow(() -> new RefusedException(Refusal.NOT_ENROLLED));
    }

    private void look() {
        try {
            refresh();
        } catch (StoreException | RefusedException e) {
            // The next look comes in a second; what was decided before holds until then.
            log.warn("The settings could not be read: {}", e.getMessage());
        }
    }

    private Decided read() {
        Settings settings = new Settings(catalog);
        return new Decided(
                catalog.state().cursor(),
                catalog.terms(),
                settings.denominations(),
                settings.reasons(),
                settings.tenders(),
                settings.lockAfter(),
                settings.trainingAllowed(),
                settings.roles(),
                catalog.users().stream()
                        .map(user -> new KnownUser(new User(user.id(), user.name(), user.role()), user.pinHash()))
                        .toList());
    }

    /** One reading; the cursor is read first, so that a change in between is read again. */
    private record Decided(
            long cursor,
            Optional<Terms> terms,
            Optional<String> denominations,
            Map<Topic, List<String>> reasons,
            List<TenderType> tenders,
            Optional<Duration> lockAfter,
            boolean trainingAllowed,
            Map<String, Role> roles,
            List<KnownUser> users) {}
}
