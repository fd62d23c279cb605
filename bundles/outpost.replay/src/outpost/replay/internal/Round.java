package outpost.replay.internal;

/** One way through the file: rings what is this till's and tells how far it is. */
final class Round {
    private final Cashier cashier;
    private final Share share;
    private final long total;
    private final Report report;
    private long done;
    private long rungNow;

    Round(Cashier cashier, Share share, long total, Report report) {
        this.cashier = cashier;
        this.share = share;
        this.total = total;
        this.report = report;
    }

    void visit(long place, Invoice invoice) throws InterruptedException {
        if (!share.holds(place)) {
            return;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("the till is closing");
        }
        if (cashier.ring(invoice)) {
            rungNow++;
        }
        report.ringing(++done, total);
    }

    /** Tickets that had not been rung before this round. */
    long rungNow() {
        return rungNow;
    }
}
