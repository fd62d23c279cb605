package outpost.cloud.internal.access;

import jakarta.persistence.EntityManager;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import outpost.cloud.internal.entity.Terminal;
import outpost.cloud.internal.store.Database;
import outpost.protocol.Ed25519;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.Json;
import outpost.protocol.LaneCertificate;
import outpost.protocol.LanesAnswer;
import outpost.protocol.LanesRequest;

/** Tells the lanes of a branch of each other, and signs for who they are. */
public final class Lanes {
    private final Database database;
    private final CloudIdentity cloud;
    private final Enrolment enrolment;
    private final Clock clock;

    public Lanes(Database database, CloudIdentity cloud, Enrolment enrolment, Clock clock) {
        this.database = database;
        this.cloud = cloud;
        this.enrolment = enrolment;
        this.clock = clock;
    }

    /** Keeps where the caller takes connections, and answers all enrolled lanes of its branch with certificates of this moment. */
    public LanesAnswer meet(Caller.Lane caller, LanesRequest request) {
        // Certificates are dated to the second: none may seem older than the list that it stands in.
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String addresses = Json.write(request);
        return database.write(em -> {
            Terminal self = em.find(
                    Terminal.class,
                    new Terminal.Key(caller.tenant().value(), caller.terminal().value()));
            if (!self.addresses().equals(Optional.of(addresses))) {
                self.takesConnectionsAt(addresses);
            }
            return new LanesAnswer(
                    now.toEpochMilli(),
                    enrolled(em, caller).map(lane -> lane(em, lane, now)).toList());
        });
    }

    private static Stream<Terminal> enrolled(EntityManager em, Caller.Lane caller) {
        return em
                .createQuery(
                        "SELECT t FROM Terminal t WHERE t.tenantId = :tenant AND t.branchId = :branch"
                                + " AND t.publicKey IS NOT NULL ORDER BY t.terminalId",
                        Terminal.class)
                .setParameter("tenant", caller.tenant().value())
                .setParameter("branch", caller.branch().value())
                .getResultList()
                .stream();
    }

    private LanesAnswer.Lane lane(EntityManager em, Terminal terminal, Instant now) {
        EnrolAnswer identity = enrolment.answer(em, terminal);
        List<String> certificates = TerminalKeys.of(em, terminal).stream()
                .map(key -> LaneCertificate.issue(identity, key, isFormer(terminal, key), now, cloud.privateKey())
                        .base64())
                .toList();
        List<String> addresses = terminal.addresses()
                .map(json -> Json.read(json, LanesRequest.class).addresses())
                .orElse(List.of());
        return new LanesAnswer.Lane(identity.terminalId(), terminal.name(), certificates, addresses);
    }

    private static boolean isFormer(Terminal terminal, PublicKey key) {
        return terminal.publicKey().filter(Ed25519.encode(key)::equals).isEmpty();
    }
}
