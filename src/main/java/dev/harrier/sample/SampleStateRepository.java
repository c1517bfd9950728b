package dev.harrier.sample;

import dev.harrier.catalog.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;

/** Remembers which sample data was begun and whether it is complete. */
@ApplicationScoped
class SampleStateRepository {
    private final DataSource database;

    @Inject
    SampleStateRepository(DataSource database) {
        this.database = database;
    }

    /**
     * Begins, or goes on.
     *
     * @return the moment after the last event; empty if the data is complete
     */
    Optional<Instant> begin(Workspace workspace, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into sample_data (workspace, ends)"
                        + " values (?, ?) on conflict (workspace) do nothing");
                PreparedStatement select = connection
                        .prepareStatement("select ends from sample_data where workspace = ? and done is null")) {
            insert.setObject(1, workspace.id());
            insert.setTimestamp(2, Timestamp.from(now.truncatedTo(ChronoUnit.SECONDS)));
            insert.executeUpdate();
            select.setObject(1, workspace.id());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getTimestamp(1).toInstant()) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the state of the sample data", e);
        }
    }

    void done(Workspace workspace) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection
                        .prepareStatement("update sample_data set done = now() where workspace = ?")) {
            update.setObject(1, workspace.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write the state of the sample data", e);
        }
    }
}
