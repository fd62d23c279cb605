package outpost.outbox.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.BranchEvents;
import outpost.outbox.Identity;
import outpost.outbox.Terminal;
import outpost.outbox.internal.DamagedFile.Found;
import outpost.protocol.Ed25519;
import outpost.protocol.Event;
import outpost.store.Store;
import outpost.values.TerminalId;

/**
 * Takes over the events of damaged files that were set aside. To the new file they are what a neighbour wrote: they keep their numbers, are shown to the readers, and go to
 * the cloud unless it has them.
 */
final class Salvage {
    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);
    private static final String DONE = "salvaged";
    private static final int EVENTS_PER_STEP = 200;

    private final Store store;
    private final Terminal terminal;
    private final BranchEvents branch;

    Salvage(Store store, Terminal terminal, BranchEvents branch) {
        this.store = store;
        this.terminal = terminal;
        this.branch = branch;
    }

    /** Does what is to be done, if this till knows who it is. Ended in between, it begins again: what is here already stays as it is. */
    void run() {
        String folders = store.setAside().stream()
                .map(folder -> folder.getFileName().toString())
                .collect(Collectors.joining(" "));
        Optional<Identity> identity = terminal.identity();
        if (folders.isEmpty() || identity.isEmpty() || folders.equals(done())) {
            return;
        }
        store.setAside().forEach(folder -> takeOver(folder, identity.get()));
        store.write(transaction -> transaction.update(
                "INSERT INTO sync_metadata (name, value) VALUES (?, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                DONE,
                folders.getBytes(StandardCharsets.UTF_8)));
    }

    private void takeOver(Path folder, Identity identity) {
        List<Found> batch = new ArrayList<>();
        long[] taken = new long[2];
        try {
            new DamagedFile(folder, identity.enrolment().terminalId(), Ed25519.publicKey(terminal.publicKey()))
                    .forEach(found -> {
                        if (!found.isSettled()
                                && found.event()
                                        .branchId()
                                        .equals(identity.enrolment().branchId())) {
                            taken[found.isAtCloud() ? 1 : 0]++;
                            batch.add(found);
                        }
                        if (batch.size() == EVENTS_PER_STEP) {
                            store(batch, identity.enrolment().terminalId());
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the damaged database in " + folder, e);
        }
        store(batch, identity.enrolment().terminalId());
        LOG.warn(
                "From the damaged database in {}, {} events were read that the cloud has, and {} that it may not have",
                folder,
                taken[1],
                taken[0]);
    }

    /** A neighbour's are left to that neighbour for a while; this till's own nobody else is expected to bring. */
    private void store(List<Found> batch, TerminalId own) {
        branch.store(batch.stream().map(Found::event).toList());
        List<Object[]> states = new ArrayList<>();
        for (Found found : batch) {
            Event event = found.event();
            if (found.isAtCloud() || event.terminalId().equals(own)) {
                String state = found.isAtCloud() ? "acknowledged" : "pending";
                states.add(new Object[] {state, event.posId().value(), event.localEventId(), event.hash()});
            }
        }
        store.write(transaction -> {
            transaction.updateAll(
                    "UPDATE outbox SET state = ?"
                            + " WHERE pos_id = ? AND local_event_id = ? AND hash = ? AND state = 'held'",
                    states);
            return states.size();
        });
        batch.clear();
    }

    private String done() {
        return store.read(transaction -> transaction.first(
                        "SELECT value FROM sync_metadata WHERE name = ?",
                        row -> new String(row.bytes("value"), StandardCharsets.UTF_8),
                        DONE))
                .orElse("");
    }
}
