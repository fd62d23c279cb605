package outpost.replay.internal.screen;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.swt.widgets.Shell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.Identity;
import outpost.outbox.OutboxCounts;
import outpost.protocol.Json;
import outpost.protocol.MalformedMessageException;
import outpost.replay.internal.ReplayException;
import outpost.replay.internal.TillServices;
import outpost.sales.Receipt;
import outpost.sales.Rung;

/** Does what standard input asks for, one JSON object a line, and answers each on standard output, as the package's page describes it. */
final class Orders implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    private final InputStream input;
    private final PrintStream output;
    private final Start services;
    private final Keyboard keyboard;

    /** Waits until the till has started. */
    @FunctionalInterface
    interface Start {
        TillServices await() throws InterruptedException;
    }

    Orders(InputStream input, PrintStream output, Start services, Keyboard keyboard) {
        this.input = input;
        this.output = output;
        this.services = services;
        this.keyboard = keyboard;
    }

    @Override
    public void run() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            TillServices till = services.await();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.println(Json.write(answer(till, line)));
                output.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("No more orders", e);
        } catch (RuntimeException e) {
            // This thread's border: the window stays usable by hand.
            LOG.error("Orders cannot be taken", e);
        }
    }

    private Object answer(TillServices till, String line) throws InterruptedException {
        try {
            JsonNode order = Json.read(line, JsonNode.class);
            return switch (order.path("do").asText()) {
                case "sell" -> sell(till, order);
                case "status" -> status(till);
                case "picture" -> picture(Path.of(order.path("file").asText()));
                case "close" -> close();
                default -> throw new ReplayException("'" + line + "' is no order");
            };
        } catch (ReplayException | MalformedMessageException e) {
            return new Refused(false, e.getMessage());
        } catch (RuntimeException e) {
            // The border to whoever gave the order; the next one may go well.
            LOG.warn("An order failed: {}", line, e);
            return new Refused(false, e.toString());
        }
    }

    private Sold sell(TillServices till, JsonNode order) throws InterruptedException {
        Ticket ticket = new Ticket(keyboard, till.sales());
        JsonNode scans = order.path("scans");
        Receipt receipt = order.path("return").asBoolean() ? ticket.takeBack(scans) : ticket.sell(scans);
        return new Sold(
                true,
                receipt.number(),
                receipt.sale().lines().size(),
                receipt.total().minor());
    }

    private static Status status(TillServices till) {
        Optional<Identity> identity = till.terminal().identity();
        // Before it belongs to a branch, a till has no currency to add up in.
        Optional<Rung> rung = identity.map(somebody -> till.sales().rung());
        OutboxCounts counts = till.outbox().counts();
        return new Status(
                true,
                identity.map(somebody -> somebody.enrolment().terminalId().toString())
                        .orElse(""),
                till.catalog().state().count(),
                till.synchroniser().status().line().name(),
                rung.map(Rung::sales).orElse(0L),
                rung.map(Rung::refunds).orElse(0L),
                rung.map(Rung::lines).orElse(0L),
                rung.map(sums -> sums.net().minor()).orElse(0L),
                counts.waiting(),
                counts.parked());
    }

    private Done picture(Path file) {
        return keyboard.onScreen(() -> {
            Picture.save(window(), file);
            return new Done(true);
        });
    }

    private Done close() {
        return keyboard.onScreen(() -> {
            Shell window = window();
            window.getDisplay().asyncExec(window::close);
            return new Done(true);
        });
    }

    private Shell window() {
        return keyboard.window().orElseThrow(() -> new ReplayException("there is no window"));
    }

    private record Done(boolean ok) {}

    private record Refused(boolean ok, String problem) {}

    private record Sold(boolean ok, String receipt, int lines, long totalMinor) {}

    private record Status(
            boolean ok,
            String terminalId,
            long catalogRows,
            String line,
            long sales,
            long refunds,
            long lines,
            long netMinor,
            long waiting,
            long parked) {}
}
