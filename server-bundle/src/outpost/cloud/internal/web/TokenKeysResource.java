package outpost.cloud.internal.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.access.TokenKeys;

/** The keys that sign terminals' tokens, for operators. */
@Path("admin/token-keys")
@Access(Access.Who.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
public final class TokenKeysResource {
    private final TokenKeys keys;

    TokenKeysResource(TokenKeys keys) {
        this.keys = keys;
    }

    /** @param atOnce whether tokens of former keys end now; absent means that they hold as long as they say */
    public record Rotation(Optional<Boolean> atOnce) {}

    @GET
    public List<TokenKeys.View> all() {
        return keys.all();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public List<TokenKeys.View> rotate(Rotation rotation) {
        return keys.rotate(rotation.atOnce().orElse(false));
    }
}
