package outpost.cloud.internal.store;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Set;
import org.apache.openjpa.persistence.OpenJPAEntityManager;
import org.apache.openjpa.persistence.OpenJPAPersistence;
import outpost.cloud.internal.nodes.Signal;

/** What all nodes are told once a transaction has committed, and only then. */
public final class AfterCommit {
    private static final String KEY = "outpost.signals";

    private AfterCommit() {}

    /** Has the signal raised when the running transaction is durable; one that is rolled back tells nobody. */
    public static void signal(EntityManager em, Signal.Topic topic, String tenantId) {
        OpenJPAEntityManager transaction = OpenJPAPersistence.cast(em);
        Set<Signal> signals = new HashSet<>(of(em));
        signals.add(new Signal(topic, tenantId));
        transaction.putUserObject(KEY, signals);
    }

    @SuppressWarnings("unchecked") // Only the method above puts something under this key.
    static Set<Signal> of(EntityManager em) {
        Object signals = OpenJPAPersistence.cast(em).getUserObject(KEY);
        return signals == null ? Set.of() : (Set<Signal>) signals;
    }
}
