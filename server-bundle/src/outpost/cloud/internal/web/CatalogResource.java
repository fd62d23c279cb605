package outpost.cloud.internal.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.catalog.Catalog;
import outpost.cloud.internal.catalog.CatalogImport;
import outpost.cloud.internal.catalog.CatalogList;
import outpost.cloud.internal.catalog.ImportAnswer;
import outpost.cloud.internal.catalog.ImportPreview;
import outpost.cloud.internal.catalog.ProductHistory;
import outpost.protocol.Entity;

/** A tenant's catalog, for administrators. */
@Path("admin/catalog")
@Access(Access.Who.TENANT_ADMIN)
@Produces(MediaType.APPLICATION_JSON)
public final class CatalogResource {
    private final Catalog catalog;
    private final CatalogImport imports;
    private final CatalogList list;
    private final ProductHistory history;

    CatalogResource(Catalog catalog, CatalogImport imports, CatalogList list, ProductHistory history) {
        this.catalog = catalog;
        this.imports = imports;
        this.list = list;
        this.history = history;
    }

    /** One type's things by id; of products also those that a question finds. */
    @GET
    @Path("{type}")
    @Access(Access.Who.BRANCH_MANAGER)
    public CatalogList.Page list(
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @PathParam("type") String type,
            @QueryParam("q") @DefaultValue("") String question,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return question.isBlank() || !type.equals(Entity.PRODUCT)
                ? list.all(Scope.tenant(tenant), type, after, limit)
                : list.search(Scope.tenant(tenant), question, after, limit);
    }

    @GET
    @Path("{type}/{id}")
    @Access(Access.Who.BRANCH_MANAGER)
    public Entity one(
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @PathParam("type") String type,
            @PathParam("id") String id) {
        return list.one(Scope.tenant(tenant), type, id);
    }

    @GET
    @Path("product/{id}/history")
    @Access(Access.Who.BRANCH_MANAGER)
    public List<ProductHistory.Version> history(
            @QueryParam("tenant") @DefaultValue("main") String tenant, @PathParam("id") String id) {
        return history.of(Scope.tenant(tenant), id);
    }

    @PUT
    @Path("{type}/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Entity put(
            @Context SecurityContext context,
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @PathParam("type") String type,
            @PathParam("id") String id,
            InputStream body)
            throws IOException {
        String json = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        return catalog.put(
                Scope.tenant(tenant),
                type,
                id,
                json,
                CallerContext.person(context).account());
    }

    @DELETE
    @Path("{type}/{id}")
    public Entity delete(
            @Context SecurityContext context,
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @PathParam("type") String type,
            @PathParam("id") String id) {
        return catalog.delete(
                Scope.tenant(tenant), type, id, CallerContext.person(context).account());
    }

    /** Takes a file of any length and of any content type: the format is the query's. */
    @POST
    @Path("import")
    @BodyLimit(sent = Long.MAX_VALUE, decompressed = Long.MAX_VALUE)
    @Consumes(MediaType.WILDCARD)
    public ImportAnswer importFile(
            @Context SecurityContext context,
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @QueryParam("format") @DefaultValue("tsv") String format,
            @QueryParam("onError") @DefaultValue("abort") String onError,
            InputStream file) {
        return imports.run(
                Scope.tenant(tenant),
                format,
                RefusedException.parse("onError", onError, CatalogImport.OnError::of),
                file,
                CallerContext.person(context).account());
    }

    /** What {@code import} would do with the file. */
    @POST
    @Path("import/preview")
    @BodyLimit(sent = Long.MAX_VALUE, decompressed = Long.MAX_VALUE)
    @Consumes(MediaType.WILDCARD)
    public ImportPreview previewFile(
            @Context SecurityContext context,
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @QueryParam("format") @DefaultValue("tsv") String format,
            InputStream file) {
        return imports.preview(
                Scope.tenant(tenant),
                format,
                file,
                CallerContext.person(context).account());
    }
}
