package outpost.values.reckoning;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/** Many random tickets and their refunds against the oracles. The command {@code tests/measure/tickets} runs it at length, the tests run it briefly. */
final class TicketRun {
    private final long firstSeed;
    private final LongAdder lines = new LongAdder();
    private final LongAdder refunds = new LongAdder();

    TicketRun(long firstSeed) {
        this.firstSeed = firstSeed;
    }

    /** @throws AssertionError naming the seed of the ticket that comes out differently */
    void run(long tickets) {
        LongStream.range(firstSeed, firstSeed + tickets).parallel().forEach(this::verify);
    }

    private void verify(long seed) {
        try {
            RandomTicket ticket = RandomTicket.of(seed);
            Reckoned reckoned = Reckoning.of(ticket.terms(), List.copyOf(ticket.items()), ticket.discount());
            Oracle.verify(ticket, reckoned);
            refunds.add(RefundOracle.verify(ticket, reckoned));
            lines.add(ticket.items().size());
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("ticket of seed " + seed + ": " + e.getMessage(), e);
        }
    }

    String report(long tickets) {
        return tickets + " tickets of seeds " + firstSeed + " and on, " + lines + " lines, " + refunds + " refunds, "
                + RandomTicket.CURRENCIES.size() + " currencies: no difference";
    }

    /** Arguments: how many tickets, and the first seed if not a random one. Ends with an error where the engine differs from the oracle. */
    public static void main(String[] arguments) {
        long tickets = Long.parseLong(arguments[0]);
        long seed = arguments.length > 1
                ? Long.parseLong(arguments[1])
                : RandomGenerator.getDefault().nextLong(1L << 50);
        System.out.println("first seed " + seed);
        TicketRun run = new TicketRun(seed);
        run.run(tickets);
        System.out.println(run.report(tickets));
    }
}
