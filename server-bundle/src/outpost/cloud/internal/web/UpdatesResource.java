package outpost.cloud.internal.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.updates.Channels;
import outpost.cloud.internal.updates.Releases;
import outpost.cloud.internal.updates.Ring;
import outpost.values.BranchId;

/** Releases of the till's program and who gets them, for operators. Which till runs what is in {@code admin/fleet}. */
@Path("admin/updates")
@Access(Access.Who.OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
public final class UpdatesResource {
    /** Bytes of a release as it is uploaded; files that are larger together are several releases. */
    private static final long UPLOAD_BYTES = 256L * 1024 * 1024;

    private final Releases releases;
    private final Channels channels;

    UpdatesResource(Releases releases, Channels channels) {
        this.releases = releases;
        this.channels = channels;
    }

    /** All that is known of updates. */
    public record Overview(
            List<Releases.View> releases, List<Channels.View> channels, List<Channels.BranchRing> rings) {}

    /** Which release to give. */
    public record Promotion(long number) {}

    /** Which ring a branch is in. */
    public record Membership(String ring) {}

    @GET
    public Overview overview() {
        return new Overview(releases.all(), channels.all(), channels.rings());
    }

    /** Takes a zip file of a release's repository, its words first. */
    @POST
    @Path("releases")
    @BodyLimit(sent = UPLOAD_BYTES, decompressed = UPLOAD_BYTES)
    @Consumes(MediaType.WILDCARD)
    public Releases.View upload(InputStream zip) {
        return releases.put(zip);
    }

    @PUT
    @Path("channels/{channel}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Channels.View promote(@PathParam("channel") String channel, Promotion promotion) {
        return channels.promote(ring("channel", channel), promotion.number());
    }

    @POST
    @Path("channels/{channel}/halt")
    public Channels.View halt(@PathParam("channel") String channel) {
        return channels.halt(ring("channel", channel));
    }

    @PUT
    @Path("rings/{branch}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Channels.BranchRing put(
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @PathParam("branch") String branch,
            Membership membership) {
        return channels.put(
                Scope.tenant(tenant),
                RefusedException.parse("branch", branch, BranchId::new),
                ring("ring", membership.ring()));
    }

    private static Ring ring(String field, String name) {
        return RefusedException.parse(field, name, Ring::named);
    }
}
