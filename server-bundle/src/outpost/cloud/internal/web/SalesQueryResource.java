package outpost.cloud.internal.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import outpost.cloud.internal.admin.SalesExport;
import outpost.cloud.internal.admin.SalesFilter;
import outpost.cloud.internal.admin.SalesList;
import outpost.cloud.internal.admin.SalesTotals;

/** What was sold: sale by sale, added up, and as a file. */
@Path("admin")
@Access(Access.Who.BRANCH_MANAGER)
@Produces(MediaType.APPLICATION_JSON)
public final class SalesQueryResource {
    private final SalesList list;
    private final SalesTotals totals;
    private final SalesExport export;

    SalesQueryResource(SalesList list, SalesTotals totals) {
        this.list = list;
        this.totals = totals;
        this.export = new SalesExport(list);
    }

    @GET
    @Path("sales")
    public SalesList.Page page(
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @QueryParam("branch") String branch,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("terminal") @DefaultValue("") String terminal,
            @QueryParam("product") @DefaultValue("") String product,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return list.page(filter(tenant, branch, from, to, terminal, product), after, limit);
    }

    @GET
    @Path("sales/totals")
    public SalesTotals.Totals totals(
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @QueryParam("branch") String branch,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("terminal") @DefaultValue("") String terminal,
            @QueryParam("product") @DefaultValue("") String product,
            @QueryParam("by") @DefaultValue("day") String by) {
        return totals.of(filter(tenant, branch, from, to, terminal, product), SalesTotals.By.list(by));
    }

    @GET
    @Path("sales/export")
    @Produces({"application/x-ndjson", "text/csv"})
    public Response export(
            @QueryParam("tenant") @DefaultValue("main") String tenant,
            @QueryParam("branch") String branch,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("terminal") @DefaultValue("") String terminal,
            @QueryParam("product") @DefaultValue("") String product,
            @QueryParam("format") @DefaultValue("ndjson") String format) {
        SalesFilter filter = filter(tenant, branch, from, to, terminal, product);
        SalesExport.Format wanted = SalesExport.Format.of(format);
        // Asked for before the answer begins: a tenant that is none is refused and not an empty file.
        list.page(filter, "", 1);
        StreamingOutput file = out -> export.write(filter, wanted, out);
        return Response.ok(file, wanted.mediaType()).build();
    }

    private static SalesFilter filter(
            String tenant, String branch, String from, String to, String terminal, String product) {
        return SalesFilter.of(Scope.tenant(tenant), from, to, Scope.branch(branch), terminal, product);
    }
}
