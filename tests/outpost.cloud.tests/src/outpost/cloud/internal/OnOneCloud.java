package outpost.cloud.internal;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests share a cloud, each in a tenant of its own; a subclass says so if it is to run on another database, or on a cloud that no other class uses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(Clouds.class)
abstract class OnOneCloud {
    static TestCloud cloud;

    TestDatabase database() {
        return TestDatabase.H2;
    }

    /** Whether what its tests look at belongs to the whole cloud and not to a tenant. */
    boolean alone() {
        return false;
    }
}
