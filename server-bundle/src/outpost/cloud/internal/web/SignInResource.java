package outpost.cloud.internal.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import outpost.cloud.internal.access.Enrolment;
import outpost.cloud.internal.access.Tokens;
import outpost.cloud.internal.watch.Reports;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.EnrolRequest;
import outpost.protocol.TokenAnswer;
import outpost.protocol.TokenRequest;

/** How a till becomes a terminal, and how a terminal gets its token. */
@Path("/")
@Access(Access.Who.EVERYBODY)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SignInResource {
    private final Enrolment enrolment;
    private final Tokens tokens;
    private final Reports reports;

    SignInResource(Enrolment enrolment, Tokens tokens, Reports reports) {
        this.enrolment = enrolment;
        this.tokens = tokens;
        this.reports = reports;
    }

    @POST
    @Path("terminals/enrol")
    public EnrolAnswer enrol(EnrolRequest request) {
        return enrolment.enrol(request);
    }

    @POST
    @Path("auth/token")
    public TokenAnswer token(TokenRequest request) {
        TokenAnswer answer = tokens.exchange(request);
        reports.seen(tokens.read(answer.token()));
        return answer;
    }
}
