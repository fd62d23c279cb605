package outpost.simulation;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import outpost.cloud.internal.access.Enrolment;
import outpost.protocol.Json;
import outpost.protocol.SalePayload;
import outpost.protocol.reconcile.ReconcileStatus.Phase;
import outpost.sales.Receipt;
import outpost.store.StoreException;
import outpost.store.internal.SimulatedDisk;
import outpost.sync.peer.internal.SimulatedLane;
import outpost.values.TerminalId;

/** A till and the people around it: who rings, who starts it again, and what they remember of it. */
final class Till implements AutoCloseable {
    private static final Set<Phase> UNDER_WAY = Set.of(Phase.CHECKING, Phase.COMPARING, Phase.APPLYING);

    private final World world;
    private final String name;
    private final Machine machine;
    private final Map<UUID, Long> printed = new LinkedHashMap<>();
    private final Map<UUID, Long> safe = new LinkedHashMap<>();
    private final Map<UUID, Long> unsafe = new LinkedHashMap<>();
    private Optional<TerminalId> terminal = Optional.empty();
    private final Set<String> restored = new TreeSet<>();
    private boolean damaged;
    private boolean wantsComparison;

    Till(World world, String name, byte[] formatted) {
        this.world = world;
        this.name = name;
        machine = new Machine(world, name, formatted, this);
    }

    String name() {
        return name;
    }

    Machine machine() {
        return machine;
    }

    /** The amounts of the receipts that came out of the printer, by sale. */
    Map<UUID, Long> printed() {
        return printed;
    }

    /** Somebody buys or brings back something, if the till runs. */
    void ring(boolean refund) {
        Optional<Program> program = machine.program();
        if (program.isEmpty()) {
            return;
        }
        try {
            Receipt receipt = program.get().sell(refund);
            printed.put(receipt.sale().saleId(), receipt.sale().totalMinor());
            world.trace().note(name, (refund ? "refund " : "sale ") + receipt.number());
        } catch (PowerCut cut) {
            world.trace().note(name, "power cut while selling");
        } catch (StoreException e) {
            if (!machine.isDiskFull()) {
                throw e;
            }
            world.trace().note(name, "cannot sell: " + e.getCause());
        }
    }

    void poison() {
        work("nonsense", Program::poison);
    }

    void enterStock() {
        work("stock", Program::enterStock);
    }

    void editProduct() {
        work("edit", Program::editProduct);
    }

    /** A row of the catalog is no longer what it was, or what is noted of it is wrong. */
    void damage() {
        Chance chance = world.chance();
        String row = " WHERE entity = (SELECT entity FROM catalog_entities ORDER BY type, id LIMIT 1 OFFSET "
                + chance.below(10) + ")";
        List<String> damage = chance.oneOf(List.of(
                List.of("UPDATE catalog_entities SET body = replace(body, 'product', 'damaged')" + row),
                List.of("DELETE FROM product_codes" + row, "DELETE FROM catalog_entities" + row),
                List.of("UPDATE catalog_entities SET digest = digest + 1" + row),
                // The second one as well: of an index that is older than the rows, a thread of its own would take care.
                List.of("UPDATE catalog_meta SET digest = digest + 1, indexed_digest = digest + 1")));
        world.trace().note(name, "damage: " + damage);
        damaged = true;
        machine.damage(
                transaction -> damage.stream().mapToInt(transaction::update).sum());
    }

    boolean isDamaged() {
        return damaged;
    }

    /** Somebody has the catalog compared with the cloud's: after the comparison that is under way, which has read the rows before. */
    void compareCatalog() {
        wantsComparison = true;
        lookAtCatalog();
    }

    /** Whether somebody wants a comparison that could not begin yet. */
    boolean wantsComparison() {
        return wantsComparison;
    }

    /** Somebody looks how far it has come: begins what could not begin yet, and wants what was found. */
    void lookAtCatalog() {
        machine.program().map(program -> program.worker().reconciler()).ifPresent(reconciler -> {
            if (!wantsComparison) {
                reconciler.applyPlan();
            } else if (!UNDER_WAY.contains(reconciler.comparison().phase())) {
                wantsComparison = false;
                reconciler.verify();
            }
        });
    }

    /** Somebody does something else than selling, if the till runs. */
    private void work(String what, Consumer<Program> work) {
        machine.program().ifPresent(program -> {
            try {
                work.accept(program);
                world.trace().note(name, what);
            } catch (PowerCut cut) {
                world.trace().note(name, "power cut within " + what);
            } catch (StoreException e) {
                if (!machine.isDiskFull()) {
                    throw e;
                }
                world.trace().note(name, "disk full within " + what);
            }
        });
    }

    /** Lets the running program's lane do something, which may end at its power or its disk. */
    void lane(Consumer<SimulatedLane> work) {
        machine.program().ifPresent(program -> {
            try {
                work.accept(program.lane());
            } catch (PowerCut cut) {
                world.trace().note(name, "power cut in its lane");
            } catch (StoreException full) {
                world.trace().note(name, "its lane cannot store");
            }
        });
    }

    /** Whether this till and that one run and may talk, and do not yet. */
    boolean mayMeet(Till other) {
        return machine.program().isPresent()
                && other.machine.program().isPresent()
                && machine.program()
                        .get()
                        .lane()
                        .mayMeet(other.machine.program().get().lane())
                && !machine.program()
                        .get()
                        .lane()
                        .connected()
                        .contains(other.machine.program().get().lane().self());
    }

    /** A code by which a machine becomes this terminal. */
    String enrolmentCode() {
        Enrolment.Offer offer = terminal.isEmpty()
                ? world.cloud().enrolment().offer(world.tenant(), world.branch(), name)
                : world.cloud().enrolment().offerAgain(world.tenant(), Optional.empty(), terminal.get());
        terminal = Optional.of(offer.terminalId());
        return offer.code();
    }

    /** Puts the last backup back, and remembers what was on the disk that is gone. */
    void restore() {
        machine.restore().ifPresent(before -> {
            world.trace().note(name, "restored from a backup");
            remember(before);
        });
    }

    /** Another machine takes its place. */
    void loseDisk() {
        world.trace().note(name, "burns down");
        remember(machine.replace());
    }

    private void remember(SimulatedDisk before) {
        try (before) {
            before.read(transaction -> transaction.query(
                    "SELECT pos_id, own, type, payload, state = 'acknowledged' OR peer_ack IS NOT NULL AS safe FROM outbox"
                            + " WHERE terminal_id = (SELECT terminal_id FROM outbox WHERE own = 1 LIMIT 1)",
                    row -> {
                        restored.add(row.text("pos_id"));
                        boolean sale = row.text("type").equals("sale")
                                || row.text("type").equals("refund");
                        if (sale
                                && row.number("own") != 0
                                && !row.text("payload").equals(Program.NONSENSE)) {
                            SalePayload content = Json.read(row.text("payload"), SalePayload.class);
                            (row.number("safe") != 0 ? safe : unsafe).put(content.saleId(), content.totalMinor());
                            printed.remove(content.saleId());
                        }
                        return row;
                    }));
        }
    }

    /** Sales that were on a disk that is gone, and that the cloud or another lane had then. */
    Map<UUID, Long> safe() {
        return safe;
    }

    /** Sales that were on a disk that is gone, and perhaps nowhere else. */
    Map<UUID, Long> unsafe() {
        return unsafe;
    }

    /** The posIds of the disks that are gone. */
    Set<String> restored() {
        return restored;
    }

    /** Somebody notices that the till is dark. */
    void restartLater() {
        world.timeline()
                .after(world.chance().between(Duration.ofSeconds(2), Duration.ofSeconds(60)), () -> machine.powerOn());
    }

    @Override
    public void close() {
        machine.close();
    }
}
