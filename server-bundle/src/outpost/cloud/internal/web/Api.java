package outpost.cloud.internal.web;

import com.fasterxml.jackson.jakarta.rs.cfg.JakartaRSFeature;
import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.servlet.Servlet;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.AdminToken;
import outpost.cloud.internal.Settings.Rates;
import outpost.cloud.internal.access.Accounts;
import outpost.cloud.internal.access.Acts;
import outpost.cloud.internal.access.Callers;
import outpost.cloud.internal.access.CloudIdentity;
import outpost.cloud.internal.access.Enrolment;
import outpost.cloud.internal.access.Lanes;
import outpost.cloud.internal.access.Sessions;
import outpost.cloud.internal.access.TokenKeys;
import outpost.cloud.internal.access.Tokens;
import outpost.cloud.internal.admin.JournalExport;
import outpost.cloud.internal.admin.JournalHeads;
import outpost.cloud.internal.admin.QuarantineList;
import outpost.cloud.internal.admin.SalesList;
import outpost.cloud.internal.admin.SalesOfDay;
import outpost.cloud.internal.admin.SalesSummary;
import outpost.cloud.internal.admin.SalesTotals;
import outpost.cloud.internal.admin.Shops;
import outpost.cloud.internal.admin.StockPicture;
import outpost.cloud.internal.catalog.AuditList;
import outpost.cloud.internal.catalog.BranchPrices;
import outpost.cloud.internal.catalog.Catalog;
import outpost.cloud.internal.catalog.CatalogImport;
import outpost.cloud.internal.catalog.CatalogList;
import outpost.cloud.internal.catalog.ProductConflicts;
import outpost.cloud.internal.catalog.ProductHistory;
import outpost.cloud.internal.catalog.Users;
import outpost.cloud.internal.catalog.WordIndex;
import outpost.cloud.internal.live.LiveUpgrade;
import outpost.cloud.internal.live.Nudges;
import outpost.cloud.internal.live.Watchers;
import outpost.cloud.internal.nodes.Nodes;
import outpost.cloud.internal.store.Database;
import outpost.cloud.internal.sync.Arrivals;
import outpost.cloud.internal.sync.Changes;
import outpost.cloud.internal.sync.Pushes;
import outpost.cloud.internal.sync.Reconciles;
import outpost.cloud.internal.sync.Replays;
import outpost.cloud.internal.sync.Snapshots;
import outpost.cloud.internal.updates.Channels;
import outpost.cloud.internal.updates.Releases;
import outpost.cloud.internal.watch.Alarms;
import outpost.cloud.internal.watch.CallJournal;
import outpost.cloud.internal.watch.Exposition;
import outpost.cloud.internal.watch.Metrics;
import outpost.cloud.internal.watch.Reports;
import outpost.cloud.internal.watch.Webhooks;
import outpost.protocol.Json;

/**
 * The resources of the REST API, and what stands before and behind each of them.
 *
 * @param providers the gate, the JSON form, and the form of errors
 * @param live the WebSocket beside them
 * @param metrics what monitoring collects
 * @param updates what tills are updated from
 */
public record Api(List<Object> resources, List<Object> providers, LiveUpgrade live, Servlet metrics, Servlet updates) {

    /**
     * Puts the API together on one database.
     *
     * @param pin by which tills know this cloud, where no certificate authority vouches for it
     */
    public static Api on(
            Database database,
            Shops shops,
            Alarms alarms,
            Webhooks webhooks,
            Nodes nodes,
            Nudges nudges,
            CallJournal calls,
            Watchers watchers,
            WordIndex words,
            AdminToken adminToken,
            Rates allowed,
            Optional<String> pin,
            Clock clock,
            SecureRandom random) {
        Reports reports = new Reports(database, clock);
        Metrics metrics = new Metrics(database);
        RateLimits rates = new RateLimits(allowed, clock);
        CloudIdentity cloud = CloudIdentity.of(database, random);
        Tokens tokens = new Tokens(database, cloud, clock);
        Accounts accounts = new Accounts(database, clock, random);
        Sessions sessions = new Sessions(database, accounts, clock, random);
        Acts acts = new Acts(database, clock, random);
        Trail trail = new Trail(acts);
        Callers callers = new Callers(tokens, sessions, adminToken);
        Gate gate = new Gate(callers, rates, trail, System::nanoTime);
        Enrolment enrolment = new Enrolment(database, cloud, clock, random);
        Releases releases = new Releases(database, clock);
        Channels channels = new Channels(database);
        ProductConflicts conflicts = new ProductConflicts(database, clock);
        JournalHeads heads = new JournalHeads(database);
        Pushes pushes = new Pushes(database, clock);
        ErrorAnswers errors = new ErrorAnswers(random, System::nanoTime);
        JacksonJsonProvider json = new JacksonJsonProvider(Json.mapper());
        json.disable(JakartaRSFeature.ALLOW_EMPTY_INPUT);
        return new Api(
                List.of(
                        new HealthResource(cloud.id(), database, clock),
                        new SignInResource(enrolment, tokens, reports),
                        new ReportResource(reports, metrics),
                        new FleetResource(metrics, alarms, nodes, calls),
                        new WebhooksResource(webhooks),
                        new UpdatesResource(releases, channels),
                        new SyncResource(
                                pushes,
                                new Arrivals(database),
                                new Snapshots(database),
                                new Changes(database),
                                new Lanes(database, cloud, enrolment, clock)),
                        new ReconcileResource(new Reconciles(database)),
                        new SessionResource(sessions, acts),
                        new AccountsResource(accounts),
                        new TokenKeysResource(new TokenKeys(database, clock)),
                        new ActsResource(acts),
                        new ShopsResource(shops, enrolment, pin),
                        new UsersResource(new Users(database, random, clock)),
                        new CatalogResource(
                                new Catalog(database, clock),
                                new CatalogImport(database, clock),
                                new CatalogList(database, words),
                                new ProductHistory(database)),
                        new PricesResource(new BranchPrices(database, clock)),
                        new ConflictsResource(conflicts),
                        new EditsResource(conflicts, new AuditList(database)),
                        new SalesResource(
                                new SalesSummary(database),
                                new SalesOfDay(database),
                                new QuarantineList(database),
                                new Replays(database, pushes)),
                        new SalesQueryResource(new SalesList(database), new SalesTotals(database)),
                        new StockResource(new StockPicture(database)),
                        new JournalResource(heads, new JournalExport(database, heads))),
                List.of(new CallLog(calls, clock), gate, trail, new NoNulls(), json, errors, errors.forJaxRs()),
                new LiveUpgrade(tokens, nudges, callers, watchers),
                new ExpositionServlet(new Exposition(database, nudges), adminToken),
                new UpdatesServlet(releases, channels));
    }
}
