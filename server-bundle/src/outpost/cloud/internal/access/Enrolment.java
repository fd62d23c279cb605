package outpost.cloud.internal.access;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import outpost.cloud.internal.Codes;
import outpost.cloud.internal.RefusedException;
import outpost.cloud.internal.entity.Branch;
import outpost.cloud.internal.entity.Tenant;
import outpost.cloud.internal.entity.Terminal;
import outpost.cloud.internal.entity.TerminalKey;
import outpost.cloud.internal.nodes.Signal.Topic;
import outpost.cloud.internal.store.AfterCommit;
import outpost.cloud.internal.store.Database;
import outpost.protocol.Ed25519;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.EnrolRequest;
import outpost.protocol.ErrorCode;
import outpost.protocol.Sha256;
import outpost.values.BranchId;
import outpost.values.TenantId;
import outpost.values.TerminalId;

/** Makes terminals: an administrator gets a one-time code, and the first till that brings it becomes that terminal. */
public final class Enrolment {
    private static final Duration CODE_LIFE = Duration.ofHours(24);
    private static final int CODE_CHARACTERS = 16;
    private static final int TERMINAL_CHARACTERS = 8;

    private final Database database;
    private final CloudIdentity cloud;
    private final Clock clock;
    private final SecureRandom random;

    public Enrolment(Database database, CloudIdentity cloud, Clock clock, SecureRandom random) {
        this.database = database;
        this.cloud = cloud;
        this.clock = clock;
        this.random = random;
    }

    /** A new terminal that waits for its till. */
    public record Offer(TerminalId terminalId, String code, Instant expiresAt) {}

    /** @throws RefusedException if there is no such branch */
    public Offer offer(TenantId tenant, BranchId branch, String name) {
        String secret = Codes.random(random, CODE_CHARACTERS);
        TerminalId terminal = new TerminalId("T" + Codes.random(random, TERMINAL_CHARACTERS));
        Instant expires = expiry();
        database.write(em -> {
            if (em.find(Branch.class, new Branch.Key(tenant.value(), branch.value())) == null) {
                throw RefusedException.notFound("Tenant '" + tenant + "' has no branch '" + branch + "'");
            }
            em.persist(new Terminal(
                    tenant.value(),
                    terminal.value(),
                    branch.value(),
                    name,
                    Sha256.hex(secret),
                    expires.toEpochMilli()));
            return terminal;
        });
        return new Offer(terminal, code(tenant, secret), expires);
    }

    /**
     * A new code for a terminal that is there, for a till whose disk was lost. The old till goes on until the code is used, unless it was cut off.
     *
     * @param branch the only one that the terminal may be of, where the caller reaches only one
     * @throws RefusedException if there is no such terminal
     */
    public Offer offerAgain(TenantId tenant, Optional<BranchId> branch, TerminalId terminal) {
        String secret = Codes.random(random, CODE_CHARACTERS);
        Instant expires = expiry();
        database.write(em -> {
            Terminal known = known(em, tenant, branch, terminal);
            known.offerAgain(Sha256.hex(secret), expires.toEpochMilli());
            return terminal;
        });
        return new Offer(terminal, code(tenant, secret), expires);
    }

    /**
     * Cuts a terminal off at once: its key, its tokens, its live connection, its enrolment code, and its place among the branch's lanes. What it signed
     * before stays good, and comes by its neighbours.
     *
     * @param branch the only one that the terminal may be of, where the caller reaches only one
     * @throws RefusedException if there is no such terminal
     */
    public TerminalId revoke(TenantId tenant, Optional<BranchId> branch, TerminalId terminal) {
        return database.write(em -> {
            Terminal known = known(em, tenant, branch, terminal);
            known.revoke(clock.millis());
            AfterCommit.signal(em, Topic.ACCESS, tenant.value());
            return terminal;
        });
    }

    private static Terminal known(EntityManager em, TenantId tenant, Optional<BranchId> branch, TerminalId terminal) {
        Terminal.Key key = new Terminal.Key(tenant.value(), terminal.value());
        return Optional.ofNullable(em.find(Terminal.class, key, LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> branch.map(only -> only.value().equals(found.branchId()))
                        .orElse(true))
                .orElseThrow(() ->
                        RefusedException.notFound("Tenant '" + tenant + "' has no terminal '" + terminal + "' there"));
    }

    /**
     * Binds the code's terminal to the key. The same code with the same key gets the same answer, so that a till whose answer was lost
     * asks again.
     *
     * @throws RefusedException if the code is unknown, expired, or was used with another key
     */
    public EnrolAnswer enrol(EnrolRequest request) {
        return database.write(em -> {
            Terminal terminal =
                    waiting(em, request.code()).orElseThrow(() -> refused("There is no such enrolment code"));
            if (terminal.codeKey().isEmpty()) {
                if (clock.millis() >= terminal.codeExpiresAt()) {
                    throw refused("The enrolment code has expired");
                }
                bind(em, terminal, request.publicKey());
            } else if (!terminal.codeKey().get().equals(request.publicKey())) {
                throw refused("The enrolment code was used by another till");
            }
            return answer(em, terminal);
        });
    }

    private static Optional<Terminal> waiting(EntityManager em, String code) {
        int dot = code.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        return em.createQuery(
                        "SELECT t FROM Terminal t WHERE t.tenantId = :tenant AND t.codeHash = :hash", Terminal.class)
                .setParameter("tenant", code.substring(0, dot).strip())
                .setParameter("hash", Sha256.hex(Codes.normalised(code.substring(dot + 1))))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private void bind(EntityManager em, Terminal terminal, String publicKey) {
        terminal.enrol(publicKey);
        AfterCommit.signal(em, Topic.ACCESS, terminal.tenantId());
        TerminalKey.Key key = new TerminalKey.Key(terminal.tenantId(), terminal.terminalId(), publicKey);
        if (em.find(TerminalKey.class, key) == null) {
            em.persist(new TerminalKey(terminal.tenantId(), terminal.terminalId(), publicKey, clock.millis()));
        }
    }

    EnrolAnswer answer(EntityManager em, Terminal terminal) {
        Tenant tenant = em.find(Tenant.class, terminal.tenantId());
        Branch branch = em.find(Branch.class, new Branch.Key(terminal.tenantId(), terminal.branchId()));
        return new EnrolAnswer(
                new TenantId(tenant.tenantId()),
                tenant.name(),
                new BranchId(branch.branchId()),
                branch.name(),
                new TerminalId(terminal.terminalId()),
                terminal.name(),
                tenant.currency(),
                cloud.id(),
                Ed25519.encode(cloud.publicKey()));
    }

    private Instant expiry() {
        return clock.instant().plus(CODE_LIFE);
    }

    private static String code(TenantId tenant, String secret) {
        return tenant + "." + Codes.grouped(secret);
    }

    private static RefusedException refused(String message) {
        return new RefusedException(
                409, ErrorCode.POS_ENROLMENT_REFUSED, message + "; ask the administrator for a new one");
    }
}
