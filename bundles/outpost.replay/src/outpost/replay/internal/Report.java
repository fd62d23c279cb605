package outpost.replay.internal;

import java.io.PrintStream;
import java.util.Optional;
import outpost.outbox.Identity;
import outpost.protocol.Json;
import outpost.sales.Rung;

/** Tells whoever started this till how far it is: one JSON object a line, as the package's page describes them. */
final class Report {
    private final PrintStream output;

    Report(PrintStream output) {
        this.output = output;
    }

    void ready(Identity identity) {
        print(new Ready(
                "ready",
                identity.enrolment().terminalId().toString(),
                identity.posId().toString()));
    }

    void ringing(long done, long total) {
        print(new Ringing("ringing", done, total));
    }

    void sending(long waiting) {
        print(new Sending("sending", waiting));
    }

    void done(Rung rung, long rungNow) {
        print(new Done(
                "done", rung.sales(), rung.refunds(), rung.lines(), rung.net().minor(), rungNow));
    }

    void failed(String problem) {
        print(new Failed("failed", Optional.ofNullable(problem).orElse("no reason was given")));
    }

    private void print(Object line) {
        output.println(Json.write(line));
        output.flush();
    }

    private record Ready(String state, String terminalId, String posId) {}

    private record Ringing(String state, long done, long total) {}

    private record Sending(String state, long waiting) {}

    private record Done(String state, long sales, long refunds, long lines, long netMinor, long rungNow) {}

    private record Failed(String state, String problem) {}
}
