package outpost.cloud.internal.admin;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.StorableText;
import outpost.cloud.internal.access.Audited;
import outpost.cloud.internal.catalog.Catalog;
import outpost.cloud.internal.entity.Branch;
import outpost.cloud.internal.entity.Tenant;
import outpost.cloud.internal.entity.Terminal;
import outpost.cloud.internal.store.Database;
import outpost.protocol.Limits;
import outpost.values.BranchId;
import outpost.values.TenantId;
import outpost.values.TerminalId;

/** Tenants, their branches and terminals. */
public final class Shops {
    private static final Logger LOG = LoggerFactory.getLogger(Shops.class);
    private static final String FIRST = "main";
    private static final String DEFAULT_CURRENCY = "EUR";

    private final Database database;
    private final Clock clock;

    public Shops(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A retailer, and the ISO 4217 code of all its prices. */
    public record TenantView(TenantId tenantId, String name, String currency) implements Audited {
        @Override
        public String about() {
            return "tenant " + tenantId;
        }

        public TenantView {
            requireId("tenantId", tenantId);
            checkedName(name);
            Limits.requireText("currency", currency, 3, 3);
            if (Currency.getInstance(currency).getDefaultFractionDigits() < 0) {
                throw new IllegalArgumentException("currency " + currency + " has no minor unit");
            }
        }
    }

    /** One shop. */
    public record BranchView(BranchId branchId, String name) implements Audited {
        @Override
        public String about() {
            return "branch " + branchId;
        }

        public BranchView {
            requireId("branchId", branchId);
            checkedName(name);
        }
    }

    /** A lane; its status is {@code waiting} for a till, {@code enrolled}, or {@code revoked} until another till enrols. */
    public record TerminalView(TerminalId terminalId, BranchId branchId, String name, String status) {}

    /**
     * Makes a tenant with one branch where there is none yet, so that a new cloud can be used at once. One that is there keeps its
     * currency.
     */
    public void makeFirst(Optional<Currency> currency) {
        String wanted = currency.map(Currency::getCurrencyCode).orElse(DEFAULT_CURRENCY);
        Optional<String> kept = database.write(em -> {
            Optional<Tenant> known = Optional.ofNullable(em.find(Tenant.class, FIRST));
            if (known.isEmpty() && isEmpty(em)) {
                put(em, new TenantView(new TenantId(FIRST), "Main", wanted));
                em.persist(new Branch(FIRST, FIRST, "Main"));
            }
            return known.map(Tenant::currency);
        });
        if (currency.isPresent() && kept.isPresent() && !kept.get().equals(wanted)) {
            LOG.warn(
                    "The tenant '{}' keeps its currency {}: {} would count at the first start only",
                    FIRST,
                    kept.get(),
                    wanted);
        }
    }

    public List<TenantView> tenants() {
        return database.read(em -> em.createQuery("SELECT t FROM Tenant t ORDER BY t.tenantId", Tenant.class)
                .getResultStream()
                .map(t -> new TenantView(new TenantId(t.tenantId()), t.name(), t.currency()))
                .toList());
    }

    /**
     * Makes a tenant, or changes the one with that id.
     *
     * @throws RefusedException if the currency would change under sales that have arrived
     */
    public TenantView put(TenantView tenant) {
        return database.write(em -> put(em, tenant));
    }

    public List<BranchView> branches(TenantId tenant) {
        return database.read(em -> {
            requireTenant(em, tenant);
            return em.createQuery("SELECT b FROM Branch b WHERE b.tenantId = :tenant ORDER BY b.branchId", Branch.class)
                    .setParameter("tenant", tenant.value())
                    .getResultStream()
                    .map(b -> new BranchView(new BranchId(b.branchId()), b.name()))
                    .toList();
        });
    }

    /** Makes a branch, or renames the one with that id. */
    public BranchView put(TenantId tenant, BranchView branch) {
        return database.write(em -> {
            requireTenant(em, tenant);
            Branch known = em.find(
                    Branch.class,
                    new Branch.Key(tenant.value(), branch.branchId().value()));
            if (known == null) {
                em.persist(new Branch(tenant.value(), branch.branchId().value(), branch.name()));
            } else {
                known.rename(branch.name());
            }
            return branch;
        });
    }

    public List<TerminalView> terminals(TenantId tenant) {
        return database.read(em -> {
            requireTenant(em, tenant);
            return em.createQuery(
                            "SELECT t FROM Terminal t WHERE t.tenantId = :tenant ORDER BY t.branchId, t.name, t.terminalId",
                            Terminal.class)
                    .setParameter("tenant", tenant.value())
                    .getResultStream()
                    .map(Shops::view)
                    .toList();
        });
    }

    private static TerminalView view(Terminal t) {
        return new TerminalView(new TerminalId(t.terminalId()), new BranchId(t.branchId()), t.name(), status(t));
    }

    private static String status(Terminal t) {
        String without = t.revokedAt().isPresent() ? "revoked" : "waiting";
        return t.publicKey().isPresent() ? "enrolled" : without;
    }

    private TenantView put(EntityManager em, TenantView wanted) {
        String id = wanted.tenantId().value();
        Tenant tenant = em.find(Tenant.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (tenant == null) {
            tenant = new Tenant(id, wanted.name(), wanted.currency());
            em.persist(tenant);
            em.flush();
        } else if (!tenant.currency().equals(wanted.currency()) && hasSales(em, id)) {
            throw RefusedException.invalid("currency", "Sales in " + tenant.currency() + " have arrived already");
        }
        tenant.rename(wanted.name());
        tenant.useCurrency(wanted.currency());
        Catalog.publishCurrency(em, wanted.tenantId(), wanted.currency(), clock.millis());
        return wanted;
    }

    private static boolean isEmpty(EntityManager em) {
        return em.createQuery("SELECT t FROM Tenant t", Tenant.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private static boolean hasSales(EntityManager em, String tenantId) {
        return !em.createQuery("SELECT s.saleId FROM Sale s WHERE s.tenantId = :tenant", String.class)
                .setParameter("tenant", tenantId)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** @throws RefusedException if there is no such tenant */
    public static void requireTenant(EntityManager em, TenantId tenant) {
        if (em.find(Tenant.class, tenant.value()) == null) {
            throw RefusedException.notFound("There is no tenant '" + tenant + "'");
        }
    }

    private static void requireId(String field, Object id) {
        if (id == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
    }

    private static void checkedName(String name) {
        Limits.requireText("name", name, 1, Limits.NAME_CHARS);
        StorableText.checked("name", name);
    }
}
