package outpost.tools.internal.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import outpost.tools.internal.ToolException;
import outpost.tools.internal.screen.Figures;
import outpost.tools.internal.screen.Progress;
import outpost.values.TerminalId;

/** All tills of a replay while they run. */
final class Fleet implements AutoCloseable {
    private static final long GLANCE_MILLIS = 100;
    /** A till gives up by itself much earlier; this is for one that cannot even say so. */
    private static final long SILENCE_SECONDS = 900;

    private final List<TillProcess> tills = new ArrayList<>();
    private final LongSupplier nanoTime;

    Fleet(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void add(TillProcess till) {
        tills.add(till);
    }

    /**
     * Waits until each till has rung its share and the cloud has all of it.
     *
     * @throws ToolException naming every till that has not; the others have
     */
    void await(Progress progress) throws InterruptedException {
        List<JsonNode> heard = List.of();
        long since = nanoTime.getAsLong();
        while (tills.stream().anyMatch(TillProcess::isRunning)) {
            List<JsonNode> now = tills.stream().map(TillProcess::latest).toList();
            if (!now.equals(heard)) {
                heard = now;
                since = nanoTime.getAsLong();
                show(progress);
            }
            if (nanoTime.getAsLong() - since > TimeUnit.SECONDS.toNanos(SILENCE_SECONDS)) {
                throw new ToolException("no till has said anything for " + SILENCE_SECONDS + " s");
            }
            TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
        }
        String failures = tills.stream()
                .map(TillProcess::failure)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        if (!failures.isEmpty()) {
            throw new ToolException(failures + ". Start the same command again to go on from here");
        }
    }

    /** The tills' own sums, once all are done. */
    Totals rung() {
        return new Totals(sum("sales"), sum("refunds"), sum("lines"), sum("netMinor"));
    }

    Set<TerminalId> terminals() {
        return tills.stream()
                .map(TillProcess::terminal)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void close() {
        tills.forEach(TillProcess::close);
    }

    private void show(Progress progress) {
        Standing all = tills.stream().map(TillProcess::standing).reduce(Standing.START, Standing::plus);
        progress.show(
                all.rung() + all.sent(),
                2 * all.tickets(),
                Figures.count(all.rung()) + " of " + Figures.count(all.tickets()) + " tickets rung, "
                        + Figures.count(all.sent()) + " sent");
    }

    private long sum(String figure) {
        return tills.stream()
                .mapToLong(till -> till.latest().path(figure).asLong())
                .reduce(0, Math::addExact);
    }
}
