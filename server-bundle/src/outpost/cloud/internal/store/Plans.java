package outpost.cloud.internal.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.apache.openjpa.lib.jdbc.DelegatingPreparedStatement;
import org.postgresql.PGStatement;

/** When PostgreSQL decides how to carry out a statement: else once, after some uses, for whatever parameters may come. */
final class Plans {
    private Plans() {}

    /** Has a statement planned for its parameters each time, because there are very cheap ones and very dear ones. */
    static void eachTime(PreparedStatement statement) throws SQLException {
        PreparedStatement own =
                statement instanceof DelegatingPreparedStatement ours ? ours.getInnermostDelegate() : statement;
        if (own.isWrapperFor(PGStatement.class)) {
            own.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
    }
}
