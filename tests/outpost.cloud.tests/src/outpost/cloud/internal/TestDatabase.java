package outpost.cloud.internal;

import java.nio.file.Path;
import outpost.cloud.internal.Settings.DatabaseSettings;

/** The databases on which the cloud has to behave alike. */
enum TestDatabase {
    H2 {
        @Override
        DatabaseSettings in(Path data) {
            return DatabaseSettings.embedded(data);
        }
    },
    POSTGRESQL {
        @Override
        DatabaseSettings in(Path data) {
            return PostgresServer.newDatabase();
        }
    };

    /** An empty database, in that folder where it is of files. */
    abstract DatabaseSettings in(Path data);

    /** A cloud on an empty database. */
    TestCloud cloud(Path folder) {
        Path data = folder.resolve(name());
        return new TestCloud(data, in(data));
    }
}
