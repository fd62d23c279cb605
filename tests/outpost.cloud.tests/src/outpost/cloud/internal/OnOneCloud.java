package outpost.cloud.internal;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests of one class share a cloud, each in a tenant of its own; a subclass says so if it is to run on another database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnOneCloud {
    static TestCloud cloud;

    @TempDir
    static Path data;

    TestDatabase database() {
        return TestDatabase.H2;
    }

    @BeforeAll
    void start() {
        cloud = database().cloud(data);
    }

    @AfterAll
    void stop() {
        cloud.close();
    }
}
