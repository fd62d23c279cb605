package outpost.cloud.internal.access;

import jakarta.persistence.EntityManager;
import java.security.PublicKey;
import java.util.List;
import outpost.cloud.internal.entity.Terminal;
import outpost.protocol.Ed25519;

/** The keys by which terminals sign. */
public final class TerminalKeys {
    private TerminalKeys() {}

    /** Those that a terminal enrolled with, the one that counts now first: what it signed with an earlier one stays good. */
    public static List<PublicKey> of(EntityManager em, Terminal terminal) {
        return em.createQuery(
                        "SELECT k.publicKey FROM TerminalKey k WHERE k.tenantId = :tenant AND k.terminalId = :terminal"
                                + " ORDER BY k.enrolledAt DESC, k.publicKey",
                        String.class)
                .setParameter("tenant", terminal.tenantId())
                .setParameter("terminal", terminal.terminalId())
                .getResultStream()
                .sorted((one, other) -> Boolean.compare(isCurrent(terminal, other), isCurrent(terminal, one)))
                .map(Ed25519::publicKey)
                .toList();
    }

    private static boolean isCurrent(Terminal terminal, String key) {
        return terminal.publicKey().filter(key::equals).isPresent();
    }
}
