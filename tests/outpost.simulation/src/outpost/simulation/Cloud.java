package outpost.simulation;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import outpost.cloud.internal.access.Enrolment;
import outpost.cloud.internal.admin.JournalHeads;
import outpost.cloud.internal.admin.SalesSummary;
import outpost.cloud.internal.admin.Shops;
import outpost.cloud.internal.admin.StockPicture;
import outpost.cloud.internal.catalog.Catalog;
import outpost.cloud.internal.catalog.ProductConflicts;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.sync.Changes;
import outpost.protocol.ErrorCode;

/** The cloud of one tenant: a database, the processes that serve it, and what its people use. */
final class Cloud {
    private static final String API = "/api/v1/";
    private static final Duration SKEW = Duration.ofSeconds(2);
    private static final int MOST_LOOKS = 4;

    private final World world;
    private final CloudHouse house;
    private final Database database;
    private final Clock clock;
    private final Changes changes;
    private final StockPicture stock;
    private final Enrolment enrolment;
    /** Whichever of them a call comes to serves it. */
    private final List<CloudNode> nodes = new ArrayList<>();

    private Optional<CloudBackup> backup = Optional.empty();
    private boolean away;
    private boolean wentBack;

    Cloud(World world, CloudHouse house) {
        this.world = world;
        this.house = house;
        database = house.database();
        clock = new LyingClock(world.timeline());
        changes = new Changes(database);
        stock = new StockPicture(database);
        enrolment =
                new Enrolment(database, house.identity(), clock, world.chance().secure());
        nodes.add(new CloudNode(world, house, Duration.ZERO));
        if (world.faults().contains(Fault.FAIL_OVER)) {
            nodes.add(newNode());
        }
    }

    Enrolment enrolment() {
        return enrolment;
    }

    Catalog catalog() {
        return new Catalog(database, clock);
    }

    ProductConflicts conflicts() {
        return new ProductConflicts(database, clock);
    }

    Shops shops() {
        return new Shops(database, clock);
    }

    SalesSummary summary() {
        return new SalesSummary(database);
    }

    JournalHeads journals() {
        return new JournalHeads(database);
    }

    StockPicture stock() {
        return stock;
    }

    Changes changes() {
        return changes;
    }

    <T> T read(Function<EntityManager, T> work) {
        return database.read(work);
    }

    void setAway(boolean isAway) {
        away = isAway;
    }

    /** One of the processes dies within the next call that comes to it. */
    void doomNode() {
        if (!nodes.isEmpty()) {
            world.chance().oneOf(nodes).doom(world.chance().below(MOST_LOOKS));
        }
    }

    /** Serves again, and no process is to die any more. */
    void heal() {
        away = false;
        nodes.forEach(CloudNode::spare);
    }

    void backUp() {
        backup = Optional.of(CloudBackup.of(database, world.tenant()));
    }

    /** A restored cloud would not know who was enrolled after its backup: an operator makes a new one then. */
    void hasEnrolled() {
        if (backup.isPresent()) {
            backUp();
        }
    }

    /** Puts the last backup in the place of the database, if there is one. */
    void restore() {
        backup.ifPresent(before -> {
            world.trace().note("cloud", "restored from a backup");
            before.restore(database, world.tenant());
            wentBack = true;
        });
    }

    boolean hasGoneBack() {
        return wentBack;
    }

    /**
     * Empty where nothing listens.
     *
     * @throws PowerCut if the process died over the call, before or after it had committed: no answer will ever come
     */
    Optional<Exchange.Answer> answer(String from, Exchange.Request request) {
        if (away || nodes.isEmpty()) {
            return Optional.empty();
        }
        String call = request.path().substring(API.length());
        if (call.equals("sync/reconcile") && !world.mayDiffer(from)) {
            // It would be mended, and what made it so stay hidden.
            world.violated(from + ": the catalog was found to differ from the cloud's");
        }
        Exchange.Answer answer = busy().orElseGet(() -> served(call, request));
        world.trace().note("cloud", call + " of " + from + ": " + answer.status());
        return Optional.of(answer);
    }

    private Exchange.Answer served(String call, Exchange.Request request) {
        CloudNode node = nodes.size() == 1 ? nodes.get(0) : world.chance().oneOf(nodes);
        try {
            return node.answer(call, request);
        } catch (PowerCut died) {
            world.trace().note("cloud", "a node dies in " + call);
            nodes.remove(node);
            world.timeline()
                    .after(
                            world.chance().between(Duration.ofSeconds(2), Duration.ofSeconds(60)),
                            () -> nodes.add(newNode()));
            throw died;
        }
    }

    private CloudNode newNode() {
        return new CloudNode(world, house, world.chance().between(SKEW.negated(), SKEW));
    }

    private Optional<Exchange.Answer> busy() {
        if (!world.isFaulty()
                || !world.faults().contains(Fault.BUSY)
                || !world.chance().oneIn(10)) {
            return Optional.empty();
        }
        Exchange.Answer answer =
                switch (world.chance().below(4)) {
                    case 0 -> CloudNode.error(429, ErrorCode.POS_SYNC_RATE_LIMITED.name(), Map.of("Retry-After", "7"));
                    case 1 -> CloudNode.error(
                            503, ErrorCode.POS_SYNC_STORAGE_FAILED.name(), Map.of("Retry-After", "2"));
                    case 2 -> CloudNode.error(500, ErrorCode.POS_SYNC_INTERNAL.name(), Map.of());
                    default -> CloudNode.error(401, ErrorCode.POS_SYNC_UNAUTHORIZED.name(), Map.of());
                };
        return Optional.of(answer);
    }
}
