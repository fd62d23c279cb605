package outpost.sync.peer.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.outbox.Identity;
import outpost.outbox.Terminal;
import outpost.protocol.Ed25519;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.Json;
import outpost.protocol.LaneCertificate;
import outpost.protocol.LanesAnswer;
import outpost.store.Store;
import outpost.store.Transaction;
import outpost.values.TerminalId;

/** What the cloud has signed about the lanes of this branch, on the disk: it holds while the cloud is away. Safe for any thread. */
final class KnownLanes {
    private static final Logger LOG = LoggerFactory.getLogger(KnownLanes.class);

    private final Store store;
    private final Terminal terminal;
    private volatile Known known;
    private volatile long changes;

    KnownLanes(Store store, Terminal terminal) {
        this.store = store;
        this.terminal = terminal;
        store.migrate("lanes", KnownLanes.class);
        known = store.read(KnownLanes::stored);
    }

    /** Changes whenever something that it answers may have changed. */
    long changes() {
        return changes;
    }

    /** Takes the cloud's list over, unless a newer one is here. */
    void update(LanesAnswer answer) {
        List<LaneCertificate> certificates = answer.lanes().stream()
                .flatMap(lane -> lane.certificates().stream())
                .map(this::checked)
                .toList();
        store.write(transaction -> {
            if (stored(transaction).asOfMillis() > answer.asOfMillis()) {
                return false;
            }
            certificates.forEach(certificate -> put(transaction, certificate));
            transaction.update("DELETE FROM lanes");
            for (LanesAnswer.Lane lane : answer.lanes()) {
                transaction.update(
                        "INSERT INTO lanes (terminal_id, name, addresses) VALUES (?, ?, ?)",
                        lane.terminalId().value(),
                        lane.name(),
                        Json.write(lane.addresses()));
            }
            transaction.update(
                    "INSERT INTO lanes_list (only, as_of) VALUES (1, ?) ON CONFLICT (only) DO UPDATE SET as_of = excluded.as_of",
                    answer.asOfMillis());
            return refresh(transaction);
        });
    }

    /** What the cloud calls the lanes of its list. */
    Map<TerminalId, String> names() {
        return store
                .read(transaction -> transaction.query(
                        "SELECT terminal_id, name FROM lanes",
                        row -> Map.entry(new TerminalId(row.text("terminal_id")), row.text("name"))))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Takes certificates over that another lane brought. One that the cloud has not signed is passed over. */
    void learn(List<String> certificates) {
        Known now = known;
        List<LaneCertificate> fresh = new ArrayList<>();
        for (String base64 : certificates) {
            if (!now.texts().contains(base64)) {
                try {
                    fresh.add(checked(base64));
                } catch (IllegalArgumentException e) {
                    LOG.warn("A lane brought a certificate that is none of this branch: {}", e.getMessage());
                }
            }
        }
        if (fresh.stream().anyMatch(now::isNews)) {
            store.write(transaction -> {
                fresh.forEach(certificate -> put(transaction, certificate));
                return refresh(transaction);
            });
        }
    }

    /** This till's own certificate; empty until the cloud has given one for the key that it has now. */
    Optional<LaneCertificate> own() {
        return terminal.identity()
                .flatMap(identity -> known.current(identity.enrolment().terminalId()))
                .filter(certificate -> Ed25519.encode(certificate.publicKey()).equals(terminal.publicKey()));
    }

    /**
     * Whether the lane that proves to be the one of this certificate may talk with this one: the cloud's last list names it with that key, or it became one
     * after that list. Only the cloud's own dates are compared.
     */
    boolean mayConnect(LaneCertificate certificate) {
        Optional<Identity> identity = terminal.identity();
        if (certificate.former()
                || identity.isEmpty()
                || certificate.terminalId().equals(identity.get().enrolment().terminalId())
                || !isOfThisBranch(certificate, identity.get().enrolment())) {
            return false;
        }
        Known now = known;
        Optional<LaneCertificate> current = now.current(certificate.terminalId());
        boolean sameKey = current.filter(other -> other.publicKey().equals(certificate.publicKey()))
                .isPresent();
        if (certificate.issuedAt().toEpochMilli() <= now.asOfMillis()) {
            return sameKey && now.listed().contains(certificate.terminalId());
        }
        return sameKey
                || current.map(LaneCertificate::issuedAt)
                        .filter(certificate.issuedAt()::isBefore)
                        .isEmpty();
    }

    /** Reads a certificate that TLS has brought. */
    LaneCertificate read(X509Certificate x509) {
        return LaneCertificate.of(x509, cloudKey());
    }

    /** Each key that events of that terminal may be signed by. */
    List<PublicKey> keys(TerminalId terminalId) {
        return known.certificates().stream()
                .filter(certificate -> certificate.terminalId().equals(terminalId))
                .map(LaneCertificate::publicKey)
                .toList();
    }

    List<String> certificates() {
        return List.copyOf(known.texts());
    }

    /** Where the other lanes of the cloud's last list take connections. */
    List<Neighbour> neighbours() {
        Optional<TerminalId> self =
                terminal.identity().map(identity -> identity.enrolment().terminalId());
        return known.neighbours().stream()
                .filter(neighbour -> !self.equals(Optional.of(neighbour.terminalId())))
                .toList();
    }

    private LaneCertificate checked(String base64) {
        LaneCertificate certificate = LaneCertificate.read(base64, cloudKey());
        if (!isOfThisBranch(certificate, terminal.identity().orElseThrow().enrolment())) {
            throw new IllegalArgumentException("the certificate is of another branch");
        }
        return certificate;
    }

    private PublicKey cloudKey() {
        return Ed25519.publicKey(terminal.identity()
                .orElseThrow(() -> new IllegalArgumentException("this till is not enrolled"))
                .enrolment()
                .cloudPublicKey());
    }

    private static boolean isOfThisBranch(LaneCertificate certificate, EnrolAnswer self) {
        return certificate.isOf(self.cloudId(), self.tenantId(), self.branchId());
    }

    /** The newest statement about a key counts: it may have become a former one. */
    private static void put(Transaction transaction, LaneCertificate certificate) {
        transaction.update(
                "INSERT INTO lane_certificates (terminal_id, public_key, certificate, former, issued_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (terminal_id, public_key) DO UPDATE SET certificate = excluded.certificate,"
                        + " former = excluded.former, issued_at = excluded.issued_at WHERE excluded.issued_at > issued_at",
                certificate.terminalId().value(),
                Ed25519.encode(certificate.publicKey()),
                certificate.base64(),
                certificate.former(),
                certificate.issuedAt().toEpochMilli());
    }

    private boolean refresh(Transaction transaction) {
        Known next = stored(transaction);
        transaction.afterCommit(() -> take(next));
        return true;
    }

    /** On the store's writer thread, as all changes. */
    private void take(Known next) {
        known = next;
        changes = changes + 1;
    }

    private static Known stored(Transaction transaction) {
        List<String> texts = transaction.query(
                "SELECT certificate FROM lane_certificates ORDER BY terminal_id, public_key",
                row -> row.text("certificate"));
        List<Neighbour> lanes = transaction.query(
                "SELECT * FROM lanes ORDER BY terminal_id",
                row -> new Neighbour(
                        new TerminalId(row.text("terminal_id")), row.text("name"), addresses(row.text("addresses"))));
        long asOf = transaction
                .first("SELECT as_of FROM lanes_list", row -> row.number("as_of"))
                .orElse(Long.MIN_VALUE);
        return new Known(
                Set.copyOf(texts),
                texts.stream().map(LaneCertificate::parsed).toList(),
                lanes,
                lanes.stream().map(Neighbour::terminalId).collect(Collectors.toSet()),
                asOf);
    }

    private static List<String> addresses(String json) {
        return Json.mapper().convertValue(Json.read(json, List.class), new TypeReference<List<String>>() {});
    }

    /** @param addresses {@code HOST:PORT} each */
    record Neighbour(TerminalId terminalId, String name, List<String> addresses) {}

    private record Known(
            Set<String> texts,
            List<LaneCertificate> certificates,
            List<Neighbour> neighbours,
            Set<TerminalId> listed,
            long asOfMillis) {

        Optional<LaneCertificate> current(TerminalId terminalId) {
            return certificates.stream()
                    .filter(certificate -> certificate.terminalId().equals(terminalId) && !certificate.former())
                    .max(Comparator.comparing(LaneCertificate::issuedAt));
        }

        boolean isNews(LaneCertificate certificate) {
            Optional<Instant> before = certificates.stream()
                    .filter(other -> other.terminalId().equals(certificate.terminalId())
                            && other.publicKey().equals(certificate.publicKey()))
                    .map(LaneCertificate::issuedAt)
                    .findFirst();
            return before.filter(at -> !at.isBefore(certificate.issuedAt())).isEmpty();
        }
    }
}
