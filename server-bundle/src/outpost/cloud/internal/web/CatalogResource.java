package outpost.cloud.internal.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.catalog.Catalog;
import outpost.cloud.internal.catalog.CatalogImport;
import outpost.cloud.internal.catalog.ImportAnswer;
import outpost.protocol.Entity;

/** A tenant's catalog, for administrators. */
@Path("admin/catalog")
@Access(Access.Who.TENANT_ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public final class CatalogResource {
    private final Catalog catalog;
    private final CatalogImport imports;

    CatalogResource(Catalog catalog, CatalogImport imports) {
        this.catalog = catalog;
        this.imports = imports;
    }

    @PUT
    @Path("{type}/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Entity put(
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @PathParam("type") String type,
            @PathParam("id") String id,
            InputStream body)
            throws IOException {
        String json = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        return catalog.put(Scope.tenant(tenant), type, id, json);
    }

    @DELETE
    @Path("{type}/{id}")
    public Entity delete(
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @PathParam("type") String type,
            @PathParam("id") String id) {
        return catalog.delete(Scope.tenant(tenant), type, id);
    }

    /** Takes a file of any length and of any content type: the format is the query's. */
    @POST
    @Path("import")
    @BodyLimit(sent = Long.MAX_VALUE, decompressed = Long.MAX_VALUE)
    @Consumes(MediaType.WILDCARD)
    public ImportAnswer importFile(
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @QueryParam("format") @DefaultValue("tsv") String format,
            @QueryParam("onError") @DefaultValue("abort") String onError,
            InputStream file) {
        return imports.run(
                Scope.tenant(tenant),
                format,
                RefusedException.parse("onError", onError, CatalogImport.OnError::of),
                file);
    }
}
