package outpost.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.access.Tokens;

/** Reads a token once a minute instead of at each call: the platform's check of a signature takes longer than all else that a call does here. */
final class TokenReader {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Tokens tokens;
    private final Clock clock;
    private final Map<String, Read> read = new HashMap<>();

    private record Read(Caller.Lane lane, Instant at) {}

    TokenReader(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    Caller.Lane lane(String token) {
        Read known = read.get(token);
        if (known == null || known.at().plus(REMEMBERED).isBefore(clock.instant())) {
            known = new Read(tokens.read(token), clock.instant());
            read.put(token, known);
        }
        return known.lane();
    }
}
