package outpost.cloud.internal.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.admin.JournalExport;
import outpost.cloud.internal.admin.JournalHeads;

/** The tills' journals, for administrators. */
@Path("admin/journal")
@Access(Access.Who.TENANT_ADMIN)
public final class JournalResource {
    private final JournalHeads heads;
    private final JournalExport export;

    JournalResource(JournalHeads heads, JournalExport export) {
        this.heads = heads;
        this.export = export;
    }

    @GET
    @Path("heads")
    @Produces(MediaType.APPLICATION_JSON)
    public List<JournalHeads.Head> heads(@QueryParam("tenant") @DefaultValue("main") String tenant) {
        return heads.of(Scope.tenant(tenant));
    }

    @GET
    @Path("export")
    @Produces("application/x-ndjson")
    public StreamingOutput export(
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @QueryParam("terminal") String terminal,
            @QueryParam("pos") String pos) {
        return export.of(Scope.tenant(tenant), Optional.ofNullable(terminal), Optional.ofNullable(pos))::writeTo;
    }
}
