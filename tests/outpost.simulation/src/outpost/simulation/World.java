package outpost.simulation;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import outpost.cloud.internal.admin.Shops;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.protocol.TaxRateBody;
import outpost.sync.peer.internal.SimulatedLane;
import outpost.values.BranchId;
import outpost.values.TenantId;

/** One branch, its tills and its cloud, from opening over trouble to the time when all is well again. */
final class World implements AutoCloseable {
    static final URI CLOUD = URI.create("http://cloud");

    private static final BranchId BRANCH = new BranchId("main");
    /** Some bugs show only after a while, and most at once: many short seeds try more of what can happen together. */
    private static final Duration LEAST_TROUBLE = Duration.ofMinutes(1);

    private static final Duration MOST_TROUBLE = Duration.ofMinutes(7);
    /** The longest pause between two cycles is five minutes, of the cloud's own wish more; a few failed calls may come before it. */
    private static final Duration RECOVERY = Duration.ofMinutes(12);
    /** A till asks what the cloud has of it when it signs in, which it does every quarter of an hour. */
    private static final Duration NEXT_SIGN_IN = Duration.ofMinutes(16);

    private static final Duration LANE_TICK = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofSeconds(20);

    private final Chance chance;
    private final Timeline timeline = new Timeline();
    private final Trace trace = new Trace(timeline);
    private final Set<Fault> faults;
    private final TenantId tenant;
    private final CloudHouse house;
    private final Cloud cloud;
    private final List<Till> tills = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private int products;
    private boolean faulty = true;
    private boolean lanesUp = true;

    /** @param allowed faults of which the seed takes some */
    World(long seed, Set<Fault> allowed, CloudHouse house, byte[] formatted) {
        chance = new Chance(seed);
        faults = some(allowed);
        tenant = new TenantId("seed-" + seed);
        this.house = house;
        cloud = new Cloud(this, house);
        trace.note("world", "faults " + faults);
        cloud.shops().put(new Shops.TenantView(tenant, "Shop", "EUR"));
        cloud.shops().put(tenant, new Shops.BranchView(BRANCH, "Branch"));
        cloud.catalog()
                .put(tenant, Entity.TAX_RATE, "standard", Json.write(new TaxRateBody("VAT", 190_000)), "operator");
        for (int i = chance.between(3, 30); i > 0; i--) {
            changeCatalog();
        }
        for (int i = chance.between(1, 3); i > 0; i--) {
            tills.add(new Till(this, "till-" + i, formatted));
        }
    }

    /** Swarm testing: a seed that has every fault at once hides what only a few of them bring about. */
    private Set<Fault> some(Set<Fault> allowed) {
        Set<Fault> chosen = EnumSet.noneOf(Fault.class);
        allowed.stream().filter(fault -> !chance.oneIn(3)).forEach(chosen::add);
        // What is lost in two places at once is lost: a seed has the one or the other.
        if (chosen.contains(Fault.CLOUD_RESTORE)) {
            chosen.removeAll(chance.oneIn(3) ? Set.of(Fault.RESTORE, Fault.LOST_DISK) : Set.of(Fault.CLOUD_RESTORE));
        }
        return chosen;
    }

    /** Lets the seed's time pass. */
    void run() {
        for (Till till : tills) {
            till.machine().powerOn();
            again(Duration.ofSeconds(chance.between(4, 30)), () -> till.ring(chance.oneIn(8)));
            again(Duration.ofSeconds(60), till::enterStock);
            again(Duration.ofSeconds(45), till::editProduct);
        }
        again(Duration.ofSeconds(20), this::changeCatalog);
        lanes();
        faults.forEach(new Trouble(this)::begin);
        timeline.runFor(chance.between(LEAST_TROUBLE, MOST_TROUBLE));
        faulty = false;
        trace.note("world", "no more trouble");
        cloud.heal();
        lanesUp = true;
        tills.forEach(till -> till.machine().heal());
        tills.stream().filter(Till::isDamaged).forEach(Till::compareCatalog);
        Duration patience = faults.contains(Fault.CLOUD_RESTORE) ? RECOVERY.plus(NEXT_SIGN_IN) : RECOVERY;
        for (Duration waited = Duration.ZERO;
                !Invariants.isQuiet(this) && waited.compareTo(patience) < 0;
                waited = waited.plus(LOOK)) {
            tills.forEach(Till::lookAtCatalog);
            timeline.runFor(LOOK);
        }
    }

    /** The tills' lanes have their seconds, and look for each other. */
    private void lanes() {
        tills.forEach(till -> till.lane(SimulatedLane::tick));
        for (Till one : tills) {
            for (Till other : tills) {
                if (lanesUp && one != other && chance.oneIn(5) && one.mayMeet(other)) {
                    Cable.connect(this, one, other);
                }
            }
        }
        timeline.after(LANE_TICK, this::lanes);
    }

    /** Whether something explains that a till's catalog is not the cloud's. */
    boolean mayDiffer(String till) {
        return cloud.hasGoneBack()
                || tills.stream().anyMatch(one -> one.isDamaged() && one.name().equals(till));
    }

    boolean areLanesUp() {
        return lanesUp;
    }

    void setLanesUp(boolean areUp) {
        lanesUp = areUp;
    }

    /** Does it again and again while trouble lasts, at times that the seed decides. */
    void again(Duration mean, Runnable work) {
        timeline.after(chance.around(mean), () -> {
            if (faulty) {
                work.run();
                again(mean, work);
            }
        });
    }

    /** An administrator changes, adds or deletes a product. */
    void changeCatalog() {
        if (products > 0 && chance.oneIn(6)) {
            String id = "P" + chance.between(1, products);
            boolean there = house.database().read(em -> !em.createQuery(
                            "SELECT r.id FROM CatalogRow r WHERE r.tenantId = :tenant AND r.type = 'product'"
                                    + " AND r.id = :id AND r.body IS NOT NULL")
                    .setParameter("tenant", tenant.value())
                    .setParameter("id", id)
                    .getResultList()
                    .isEmpty());
            if (there) {
                cloud.catalog().delete(tenant, Entity.PRODUCT, id, "operator");
                trace.note("cloud", "deletes " + id);
            }
            return;
        }
        String id = "P" + (products == 0 || chance.oneIn(3) ? ++products : chance.between(1, products));
        ProductBody body = new ProductBody(
                "product " + id + " " + chance.below(1_000),
                List.of("code-" + id),
                chance.between(1, 10_000),
                false,
                Optional.of("standard"),
                Optional.empty());
        cloud.catalog().put(tenant, Entity.PRODUCT, id, Json.write(body), "operator");
        trace.note("cloud", "changes " + id);
    }

    /** Between two reads of the cloud, if the seed wants it so. */
    void changeCatalogNow() {
        if (faulty && chance.oneIn(2)) {
            changeCatalog();
        }
    }

    /** The tills that run, in their order. */
    Map<Till, Program> running() {
        Map<Till, Program> running = new LinkedHashMap<>();
        tills.forEach(till -> till.machine().program().ifPresent(program -> running.put(till, program)));
        return running;
    }

    /** The posIds of disks that are gone: what was on one alone is missing for ever. */
    Set<String> restored() {
        return tills.stream().flatMap(till -> till.restored().stream()).collect(Collectors.toSet());
    }

    void require(boolean holds, String sentence) {
        if (!holds) {
            violated(sentence);
        }
    }

    void violated(String sentence) {
        trace.note("VIOLATED", sentence);
        violations.add(sentence);
    }

    List<String> violations() {
        return violations;
    }

    Chance chance() {
        return chance;
    }

    Timeline timeline() {
        return timeline;
    }

    Trace trace() {
        return trace;
    }

    Set<Fault> faults() {
        return faults;
    }

    /** Whether trouble is still being made. */
    boolean isFaulty() {
        return faulty;
    }

    Cloud cloud() {
        return cloud;
    }

    BranchId branch() {
        return BRANCH;
    }

    TenantId tenant() {
        return tenant;
    }

    List<Till> tills() {
        return tills;
    }

    @Override
    public void close() {
        tills.forEach(Till::close);
    }
}
