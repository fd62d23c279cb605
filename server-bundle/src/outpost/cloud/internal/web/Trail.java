package outpost.cloud.internal.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.access.Acts;
import outpost.cloud.internal.access.Audited;
import outpost.cloud.internal.access.Caller;
import outpost.cloud.internal.store.StorageException;
import outpost.protocol.ErrorAnswer;
import outpost.values.TenantId;

/** Writes down what persons change: before the call, and its outcome with the answer. */
final class Trail implements ContainerResponseFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Trail.class);
    private static final String BEGUN = Trail.class.getName();

    private final Acts acts;

    Trail(Acts acts) {
        this.acts = acts;
    }

    /** @throws StorageException if it cannot be written down; then the call must not be made */
    void begin(ContainerRequestContext request, Access.Who who, Caller.Person person, String address) {
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        Optional<TenantId> tenant = who == Access.Who.PERSON
                ? person.tenant()
                : Scope.tenantOf(query)
                        .or(() -> who == Access.Who.OPERATOR
                                ? Optional.empty()
                                : Optional.of(Scope.tenant(Scope.FIRST_TENANT)));
        URI called = request.getUriInfo().getRequestUri();
        String act = request.getMethod() + " " + request.getUriInfo().getPath(false)
                + Optional.ofNullable(called.getRawQuery())
                        .map(text -> "?" + text)
                        .orElse("");
        request.setProperty(BEGUN, acts.begin(tenant, person, act, address));
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (request.getProperty(BEGUN) instanceof Acts.Begun begun) {
            try {
                acts.end(begun, answer.getStatus(), about(answer.getEntity()));
            } catch (StorageException away) {
                LOG.warn("How an act of an administrator ended is not written down: {}", begun.id(), away);
            }
        }
    }

    private static String about(Object entity) {
        if (entity instanceof Audited audited) {
            return audited.about();
        }
        return entity instanceof ErrorAnswer error ? error.code() : "";
    }
}
