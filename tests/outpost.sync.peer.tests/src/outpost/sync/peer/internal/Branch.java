package outpost.sync.peer.internal;

import java.net.URI;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outpost.outbox.Identity;
import outpost.protocol.Ed25519;
import outpost.protocol.EnrolAnswer;
import outpost.protocol.LaneCertificate;
import outpost.protocol.LanesAnswer;
import outpost.values.BranchId;
import outpost.values.PosId;
import outpost.values.TenantId;
import outpost.values.TerminalId;

/** A cloud, as far as it signs for the lanes of one branch. */
final class Branch {
    private final KeyPair cloud;
    private final String branchId;
    /** The keys of each terminal, the newest last. */
    private final Map<String, List<KeyPair>> keys = new LinkedHashMap<>();

    private Instant now = Instant.parse("2026-01-31T10:15:30Z");

    Branch() {
        this("main", Ed25519.newKeyPair());
    }

    private Branch(String branchId, KeyPair cloud) {
        this.branchId = branchId;
        this.cloud = cloud;
    }

    /** Another branch at the same cloud. */
    Branch other(String id) {
        return new Branch(id, cloud);
    }

    /** Enrols a terminal, or enrols it anew with another key. */
    TestTerminal enrol(String terminal, String posId) {
        KeyPair pair = Ed25519.newKeyPair();
        keys.computeIfAbsent(terminal, first -> new ArrayList<>()).add(pair);
        now = now.plusSeconds(60);
        return new TestTerminal(
                new Identity(answer(terminal), new PosId(posId), URI.create("http://127.0.0.1:1"), Optional.empty()),
                pair);
    }

    void revoke(String terminal) {
        keys.remove(terminal);
        now = now.plusSeconds(60);
    }

    LanesAnswer list() {
        return list(Map.of());
    }

    LanesAnswer list(Map<String, List<String>> addresses) {
        List<LanesAnswer.Lane> lanes = new ArrayList<>();
        keys.keySet()
                .forEach(terminal -> lanes.add(new LanesAnswer.Lane(
                        new TerminalId(terminal),
                        "Lane " + terminal,
                        certificates(terminal),
                        addresses.getOrDefault(terminal, List.of()))));
        return new LanesAnswer(now.toEpochMilli(), lanes);
    }

    private List<String> certificates(String terminal) {
        List<String> certificates = new ArrayList<>();
        List<KeyPair> pairs = keys.get(terminal);
        for (int i = pairs.size() - 1; i >= 0; i--) {
            boolean former = i < pairs.size() - 1;
            certificates.add(
                    LaneCertificate.issue(answer(terminal), pairs.get(i).getPublic(), former, now, cloud.getPrivate())
                            .base64());
        }
        return certificates;
    }

    private EnrolAnswer answer(String terminal) {
        return new EnrolAnswer(
                new TenantId("shop"),
                "Shop",
                new BranchId(branchId),
                "Main street",
                new TerminalId(terminal),
                "Lane " + terminal,
                "EUR",
                "cloud-1",
                Ed25519.encode(cloud.getPublic()));
    }
}
