package outpost.cloud.internal;

import java.util.Set;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * Tests share a cloud, each in a tenant of its own; a subclass says so if it is to run {@linkplain OnPostgres on PostgreSQL}, or on a cloud that no other class
 * uses. Classes that share one cloud move its clock, so they follow each other; those on the other database may run meanwhile.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(Clouds.class)
@ResourceLock(providers = OnOneCloud.Shared.class)
abstract class OnOneCloud {
    TestCloud cloud;

    /** Whether what its tests look at belongs to the whole cloud and not to a tenant. */
    boolean alone() {
        return false;
    }

    static TestDatabase database(Class<?> test) {
        return test.isAnnotationPresent(OnPostgres.class) ? TestDatabase.POSTGRESQL : TestDatabase.H2;
    }

    static final class Shared implements ResourceLocksProvider {
        @Override
        public Set<Lock> provideForClass(Class<?> test) {
            return Set.of(new Lock(database(test).name()));
        }
    }
}
