package outpost.cloud.internal.access;

import java.util.Optional;
import outpost.cloud.internal.AdminToken;
import outpost.cloud.internal.RefusedException;

/** Finds out who calls: by the token of a terminal, by the content of {@code admin.token}, or by the session of a person. */
public final class Callers {
    /** The cookie that holds a session. */
    public static final String COOKIE = "outpost-session";

    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final Sessions sessions;
    private final AdminToken adminToken;

    public Callers(Tokens tokens, Sessions sessions, AdminToken adminToken) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.adminToken = adminToken;
    }

    /**
     * @param authorization the header of that name
     * @param cookie the value of the {@linkplain #COOKIE session's cookie}; it counts where there is no such header
     * @throws RefusedException if neither proves anything
     */
    public Caller of(Optional<String> authorization, Optional<String> cookie) {
        if (authorization.isEmpty() && cookie.isPresent()) {
            return sessions.person(cookie.get())
                    .orElseThrow(() -> RefusedException.unauthorized("The session has ended; sign in again"));
        }
        String token = authorization
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip())
                .orElseThrow(() -> RefusedException.unauthorized("The request has no token"));
        return adminToken.matches(token) ? Caller.Person.TOKEN_HOLDER : tokens.read(token);
    }
}
