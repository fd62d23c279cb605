package outpost.cloud.internal.access;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.admin.Shops;
import outpost.cloud.internal.entity.AccountRow;
import outpost.cloud.internal.entity.Branch;
import outpost.cloud.internal.store.Database;
import outpost.values.BranchId;
import outpost.values.TenantId;

/** The people who may sign in at the dashboard. Cashiers and their PINs are a tenant's catalog, not these. */
public final class Accounts {
    private final Database database;
    private final Clock clock;
    private final SecureRandom random;
    /** What the password of somebody who does not exist is compared with, so that it takes as long. */
    private final String nobody;

    public Accounts(Database database, Clock clock, SecureRandom random) {
        this.database = database;
        this.clock = clock;
        this.random = random;
        this.nobody = PasswordHash.of("nobody has this password", random);
    }

    /**
     * What an account shall be.
     *
     * @param account {@code mira@acme}, or {@code mira} of an operator
     * @param branch of a branch manager
     * @param password absent where the one before stays
     */
    public record Wanted(String account, String role, Optional<BranchId> branch, Optional<String> password) {
        @Override
        public String toString() {
            return role + " " + account;
        }
    }

    /** An account, without the password's hash. */
    public record View(String account, String role, Optional<BranchId> branch) implements Audited {
        @Override
        public String about() {
            return role + " " + account + branch.map(id -> " of " + id).orElse("");
        }
    }

    /** Those of a tenant, by name; of no tenant: the operators. */
    public List<View> of(Optional<TenantId> tenant) {
        return database.read(em -> {
            tenant.ifPresent(id -> Shops.requireTenant(em, id));
            return em.createQuery(
                            "SELECT a FROM AccountRow a WHERE a.tenantId = :tenant ORDER BY a.name", AccountRow.class)
                    .setParameter("tenant", tenant.map(TenantId::value).orElse(Login.NO_TENANT))
                    .getResultStream()
                    .map(Accounts::view)
                    .toList();
        });
    }

    /**
     * Makes an account, or changes the one of that name; a change ends its sessions.
     *
     * @param tenant whose account it is, unless it is an operator's; the caller reaches it
     * @throws RefusedException if the caller does not reach it, or the account makes no sense
     */
    public View put(Caller.Person by, TenantId tenant, Wanted wanted) {
        Login login = reachable(by, tenant, wanted.account());
        Role role = RefusedException.parse("role", wanted.role(), Role::of);
        if (login.tenant().isEmpty() != (role == Role.OPERATOR)) {
            throw RefusedException.invalid("account", "An operator is of no tenant, everybody else is NAME@TENANT");
        }
        if (wanted.branch().isPresent() != (role == Role.BRANCH_MANAGER)) {
            throw RefusedException.invalid("branch", "A branch manager has one branch, nobody else has");
        }
        // Hashing takes its time on purpose; no transaction waits for it.
        Optional<String> hash = wanted.password()
                .map(password -> RefusedException.parse("password", password, text -> PasswordHash.of(text, random)));
        return database.write(em -> {
            login.tenant().ifPresent(id -> Shops.requireTenant(em, id));
            wanted.branch().ifPresent(branch -> requireBranch(em, login, branch));
            AccountRow account =
                    find(em, login).orElseGet(() -> added(em, login, hash.orElseThrow(Accounts::noPassword)));
            account.may(role.wireName(), wanted.branch().map(BranchId::value));
            hash.ifPresent(account::usePassword);
            endSessions(em, login);
            return view(account);
        });
    }

    /** @throws RefusedException if the caller does not reach it, or there is no such account */
    public View delete(Caller.Person by, TenantId tenant, String account) {
        Login login = reachable(by, tenant, account);
        return database.write(em -> {
            AccountRow known =
                    find(em, login).orElseThrow(() -> RefusedException.notFound("There is no account '" + login + "'"));
            endSessions(em, login);
            em.flush();
            em.remove(known);
            return view(known);
        });
    }

    /**
     * Lets somebody take another password, who has to know the one before. It ends the account's sessions.
     *
     * @throws RefusedException if the current one is wrong, or the new one too short
     */
    View changePassword(Login login, String current, String wanted) {
        String hash = RefusedException.parse("password", wanted, text -> PasswordHash.of(text, random));
        if (verified(login, current).isEmpty()) {
            throw RefusedException.forbidden("The current password is not that");
        }
        return database.write(em -> {
            AccountRow account = find(em, login)
                    .orElseThrow(() -> RefusedException.unauthorized("There is no such account any more"));
            account.usePassword(hash);
            endSessions(em, login);
            return view(account);
        });
    }

    /** The account, where the password is right. It takes as long where there is no such account. */
    Optional<Caller.Person> verified(Login login, String password) {
        Optional<AccountRow> account = database.read(em -> find(em, login));
        boolean right =
                PasswordHash.matches(account.map(AccountRow::passwordHash).orElse(nobody), password);
        return account.filter(known -> right).map(Accounts::person);
    }

    static Caller.Person person(AccountRow account) {
        Login login = Login.of(account.tenantId(), account.name());
        return new Caller.Person(
                login.toString(),
                Role.of(account.role()),
                login.tenant(),
                account.branchId().map(BranchId::new));
    }

    private static Login reachable(Caller.Person by, TenantId tenant, String account) {
        Login login = RefusedException.parse("account", account, Login::parse);
        if (!login.tenant().map(tenant::equals).orElse(by.role() == Role.OPERATOR)) {
            throw RefusedException.forbidden("That account is not of the tenant '" + tenant + "'");
        }
        return login;
    }

    private static Optional<AccountRow> find(EntityManager em, Login login) {
        return Optional.ofNullable(em.find(AccountRow.class, new AccountRow.Key(login.tenantColumn(), login.name())));
    }

    private AccountRow added(EntityManager em, Login login, String hash) {
        AccountRow account = new AccountRow(login.tenantColumn(), login.name(), hash, clock.millis());
        em.persist(account);
        return account;
    }

    private static void requireBranch(EntityManager em, Login login, BranchId branch) {
        if (em.find(Branch.class, new Branch.Key(login.tenantColumn(), branch.value())) == null) {
            throw RefusedException.notFound("There is no branch '" + branch + "'");
        }
    }

    private static void endSessions(EntityManager em, Login login) {
        em.createQuery("DELETE FROM SessionRow s WHERE s.tenantId = :tenant AND s.name = :name")
                .setParameter("tenant", login.tenantColumn())
                .setParameter("name", login.name())
                .executeUpdate();
    }

    private static View view(AccountRow account) {
        return new View(
                Login.of(account.tenantId(), account.name()).toString(),
                account.role(),
                account.branchId().map(BranchId::new));
    }

    private static RefusedException noPassword() {
        return RefusedException.invalid("password", "A new account needs a password");
    }
}
