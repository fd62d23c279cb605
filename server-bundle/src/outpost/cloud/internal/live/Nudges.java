package outpost.cloud.internal.live;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.entity.Tenant;
import outpost.cloud.internal.entity.Terminal;
import outpost.cloud.internal.nodes.Signal;
import outpost.cloud.internal.store.Database;
import outpost.values.BranchId;
import outpost.values.TenantId;

/**
 * Tells connected tills that there is something to pull. Signals say when to look; it asks the database how far each catalog has come, so it makes no
 * difference which node has changed something. A till that is not connected finds out by its own cycle.
 */
public final class Nudges {
    private final Database database;
    private final Map<Line, Listener> listeners = new ConcurrentHashMap<>();
    /** The keys of the lanes of each branch that somebody listens of, as they were at the last look. */
    private final Map<Shop, Set<String>> branches = new ConcurrentHashMap<>();

    /** @param key by which the terminal signs; with another one it is another till */
    private record Listener(Caller.Lane lane, Optional<String> key, long told) {}

    private record Shop(TenantId tenant, BranchId branch) {}

    public Nudges(Database database) {
        this.database = database;
    }

    /** Begins to tell that till, at once with how far the catalog is. */
    public void join(Line line, Caller.Lane lane) {
        Listener joined = database.read(em -> new Listener(
                lane,
                key(em.find(
                        Terminal.class,
                        new Terminal.Key(lane.tenant().value(), lane.terminal().value()))),
                em.find(Tenant.class, lane.tenant().value()).lastChange()));
        listeners.put(line, joined);
        branches.computeIfAbsent(shop(joined), this::lanes);
        line.changed(joined.told());
    }

    public void leave(Line line) {
        listeners.remove(line);
    }

    /** Tells those whom the signal concerns. */
    public void hear(Signal signal) {
        switch (signal.topic()) {
            case CATALOG -> tell();
            case CONFLICTS -> listeners.forEach((line, listener) -> {
                if (signal.concerns(listener.lane().tenant().value())) {
                    line.conflict();
                }
            });
            case ACCESS -> ping();
            default -> {
                // Of no interest to tills.
            }
        }
    }

    /** Hangs up on all tills, which find another node, or this one when it is back. */
    public void end() {
        List.copyOf(listeners.keySet()).forEach(Line::end);
    }

    /** How many tills are connected to this node. */
    public int connected() {
        return listeners.size();
    }

    /** Tells each connected till of what it was not told yet. */
    public void tell() {
        if (listeners.isEmpty()) {
            return;
        }
        Map<String, Long> cursors = new HashMap<>();
        database.<List<Tenant>>read(em ->
                        em.createQuery("SELECT t FROM Tenant t", Tenant.class).getResultList())
                .forEach(tenant -> cursors.put(tenant.tenantId(), tenant.lastChange()));
        listeners.forEach((line, listener) -> {
            long cursor = cursors.getOrDefault(listener.lane().tenant().value(), 0L);
            if (cursor > listener.told()) {
                listeners.replace(line, listener, new Listener(listener.lane(), listener.key(), cursor));
                line.changed(cursor);
            }
        });
    }

    /** Pings each connected till, and hangs up on those that have no access any more. */
    public void ping() {
        // Who joins meanwhile is looked at the next time: its key may not be among those that are read here.
        Map<Line, Listener> known = Map.copyOf(listeners);
        Set<String> tenants = known.values().stream()
                .map(listener -> listener.lane().tenant().value())
                .collect(Collectors.toSet());
        Map<Terminal.Key, Optional<String>> keys = new HashMap<>();
        Map<Shop, Set<String>> lanes = new HashMap<>();
        for (String tenant : tenants) {
            database.<List<Terminal>>read(
                            em -> em.createQuery("SELECT t FROM Terminal t WHERE t.tenantId = :tenant", Terminal.class)
                                    .setParameter("tenant", tenant)
                                    .getResultList())
                    .forEach(terminal -> {
                        keys.put(new Terminal.Key(tenant, terminal.terminalId()), key(terminal));
                        lanes.computeIfAbsent(
                                        new Shop(new TenantId(tenant), new BranchId(terminal.branchId())),
                                        branch -> new HashSet<>())
                                .addAll(key(terminal).stream().toList());
                    });
        }
        Set<Shop> changed = changed(lanes);
        known.forEach((line, listener) -> {
            Terminal.Key terminal = new Terminal.Key(
                    listener.lane().tenant().value(), listener.lane().terminal().value());
            if (listener.key().equals(keys.get(terminal))) {
                line.ping();
                if (changed.contains(shop(listener))) {
                    line.lanes();
                }
            } else {
                line.revoked();
            }
        });
    }

    private Set<String> lanes(Shop shop) {
        return database.read(em -> Set.copyOf(em.createQuery(
                        "SELECT t.publicKey FROM Terminal t WHERE t.tenantId = :tenant AND t.branchId = :branch"
                                + " AND t.publicKey IS NOT NULL",
                        String.class)
                .setParameter("tenant", shop.tenant().value())
                .setParameter("branch", shop.branch().value())
                .getResultList()));
    }

    /** The branches of which a lane has come or gone since the last look. */
    private Set<Shop> changed(Map<Shop, Set<String>> lanes) {
        Set<Shop> heard = listeners.values().stream().map(Nudges::shop).collect(Collectors.toSet());
        branches.keySet().retainAll(heard);
        lanes.keySet().retainAll(heard);
        Set<Shop> changed = new HashSet<>();
        lanes.forEach((branch, now) -> {
            Set<String> before = branches.put(branch, now);
            if (before != null && !before.equals(now)) {
                changed.add(branch);
            }
        });
        return changed;
    }

    private static Shop shop(Listener listener) {
        return new Shop(listener.lane().tenant(), listener.lane().branch());
    }

    private static Optional<String> key(Terminal terminal) {
        return terminal == null ? Optional.empty() : terminal.publicKey();
    }
}
