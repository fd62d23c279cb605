package outpost.cloud.internal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.Optional;
import outpost.cloud.internal.access.Accounts;
import outpost.cloud.internal.access.Acts;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.access.Callers;
import outpost.cloud.internal.access.Sessions;
import outpost.protocol.Limits;
import outpost.values.BranchId;
import outpost.values.TenantId;

/** How a person signs in, sees who it is, and signs out. */
@Path("admin/session")
@Access(Access.Who.PERSON)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SessionResource {
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String GONE = "; Max-Age=0";

    /** Each computation of a password's hash takes memory and processor on purpose. */
    private final Admission admission = new Admission(AT_ONCE, PATIENCE);

    private final Sessions sessions;
    private final Acts acts;

    SessionResource(Sessions sessions, Acts acts) {
        this.sessions = sessions;
        this.acts = acts;
    }

    /** Who wants in. */
    public record SignIn(String name, String password) {
        public SignIn {
            Limits.requireText("name", name, 1, Limits.NAME_CHARS);
            Limits.requireText("password", password, 1, Limits.NAME_CHARS);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Another password for oneself. */
    public record PasswordChange(String current, String password) {
        public PasswordChange {
            Limits.requireText("current", current, 1, Limits.NAME_CHARS);
            Limits.requireText("password", password, 1, Limits.NAME_CHARS);
        }

        @Override
        public String toString() {
            return "a password";
        }
    }

    /**
     * Who is signed in.
     *
     * @param csrf what the header {@code X-CSRF-Token} of each call that changes something has to say; absent where no session was used
     */
    public record SessionAnswer(
            String account, String role, Optional<TenantId> tenant, Optional<BranchId> branch, Optional<String> csrf) {
        @Override
        public String toString() {
            return account;
        }
    }

    @POST
    @Access(Access.Who.EVERYBODY)
    public Response signIn(@Context HttpServletRequest http, SignIn who) {
        String address = http.getRemoteAddr();
        Sessions.Opened opened = admission.admit(() -> sessions.open(who.name(), who.password(), address));
        Acts.Begun act = acts.begin(opened.person().tenant(), opened.person(), "POST admin/session", address);
        acts.end(act, Response.Status.OK.getStatusCode(), "signed in");
        return Response.ok(answer(opened.person(), Optional.of(opened.cookie())))
                .header(HttpHeaders.SET_COOKIE, cookie(http, opened.cookie(), ""))
                .build();
    }

    @GET
    public SessionAnswer session(
            @Context SecurityContext context,
            @Context HttpHeaders headers,
            @CookieParam(Callers.COOKIE) String cookie) {
        boolean byToken = headers.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
        return answer(CallerContext.person(context), Optional.ofNullable(cookie).filter(secret -> !byToken));
    }

    @DELETE
    public Response signOut(@Context HttpServletRequest http, @CookieParam(Callers.COOKIE) String cookie) {
        Optional.ofNullable(cookie).ifPresent(sessions::end);
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie(http, "", GONE))
                .build();
    }

    /** Ends all sessions of the account, this one too. */
    @POST
    @Path("password")
    public Accounts.View changePassword(@Context SecurityContext context, PasswordChange change) {
        Caller.Person person = CallerContext.person(context);
        return admission.admit(() -> sessions.changePassword(person, change.current(), change.password()));
    }

    private static SessionAnswer answer(Caller.Person person, Optional<String> cookie) {
        return new SessionAnswer(
                person.account(),
                person.role().wireName(),
                person.tenant(),
                person.branch(),
                cookie.map(Sessions::csrf));
    }

    /** Without an end, so that it goes with the browser's window; the cloud ends the session itself. */
    private static String cookie(HttpServletRequest http, String value, String end) {
        return Callers.COOKIE + "=" + value + "; Path=/api/v1/admin; HttpOnly; SameSite=Strict"
                + (http.isSecure() ? "; Secure" : "") + end;
    }
}
