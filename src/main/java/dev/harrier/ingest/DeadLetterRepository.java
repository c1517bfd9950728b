package dev.harrier.ingest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keeps dead letters. */
@ApplicationScoped
class DeadLetterRepository {
    private static final String COLUMNS = "id, received, connector, table_name, tenant, reason, record, line,"
            + " byte_offset, source_position, event, replays";
    private static final String MATCHING = " where workspace = ? and id > ? and (?::text is null or table_name = ?)"
            + " and (?::text is null or connector = ?) and (?::text is null or position(lower(?) in lower(reason)) > 0)";

    /**
     * Which letters are meant; a null does not restrict.
     *
     * @param reason text that the reason contains, whatever its case
     */
    record Filter(String table, String connector, String reason) {}

    private final DataSource database;

    @Inject
    DeadLetterRepository(DataSource database) {
        this.database = database;
    }

    void add(UUID workspace, List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        String statement = "insert into dead_letter (workspace, connector, table_name, tenant, reason, record, line,"
                + " byte_offset, source_position, event) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        run(statement, insert -> {
            for (DeadLetter letter : letters) {
                insert.setObject(1, workspace);
                insert.setString(2, letter.connector());
                insert.setString(3, letter.table());
                insert.setString(4, letter.tenant());
                insert.setString(5, storable(letter.reason()));
                insert.setLong(6, letter.position().record());
                insert.setLong(7, letter.position().line());
                insert.setLong(8, letter.position().offset());
                insert.setString(9, letter.sourcePosition());
                insert.setBytes(10, letter.event());
                insert.addBatch();
            }
            return insert.executeBatch().length;
        });
    }

    /** The letters after the one of this id, in the order they came. */
    List<DeadLetter> list(UUID workspace, Filter filter, long after, int limit) {
        return run("select " + COLUMNS + " from dead_letter" + MATCHING + " order by id limit ?", query -> {
            match(query, workspace, filter, after);
            query.setInt(9, limit);
            return read(query);
        });
    }

    long count(UUID workspace, Filter filter) {
        return run("select count(*) from dead_letter" + MATCHING, query -> {
            match(query, workspace, filter, 0);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    Optional<DeadLetter> find(UUID workspace, long id) {
        return run("select " + COLUMNS + " from dead_letter where workspace = ? and id = ?", query -> {
            query.setObject(1, workspace);
            query.setLong(2, id);
            return read(query).stream().findFirst();
        });
    }

    /** Notes that a replay failed, and why. */
    void replayed(UUID workspace, long id, String reason) {
        run("update dead_letter set replays = replays + 1, reason = ? where workspace = ? and id = ?", update -> {
            update.setString(1, storable(reason));
            update.setObject(2, workspace);
            update.setLong(3, id);
            return update.executeUpdate();
        });
    }

    boolean delete(UUID workspace, long id) {
        return run("delete from dead_letter where workspace = ? and id = ?", update -> {
            update.setObject(1, workspace);
            update.setLong(2, id);
            return update.executeUpdate();
        }) == 1;
    }

    int delete(UUID workspace, Filter filter) {
        return run("delete from dead_letter" + MATCHING, update -> {
            match(update, workspace, filter, 0);
            return update.executeUpdate();
        });
    }

    private static void match(PreparedStatement statement, UUID workspace, Filter filter, long after)
            throws SQLException {
        statement.setObject(1, workspace);
        statement.setLong(2, after);
        int parameter = 3;
        for (String value : new String[]{filter.table(), filter.connector(), filter.reason()}) {
            statement.setString(parameter++, value);
            statement.setString(parameter++, value);
        }
    }

    private static List<DeadLetter> read(PreparedStatement query) throws SQLException {
        List<DeadLetter> letters = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                EventPosition position = new EventPosition(row.getLong("record"), row.getLong("line"),
                        row.getLong("byte_offset"));
                letters.add(new DeadLetter(row.getLong("id"),
                        row.getObject("received", OffsetDateTime.class).toInstant(), row.getString("connector"),
                        row.getString("table_name"), row.getString("tenant"), row.getString("reason"), position,
                        row.getString("source_position"), row.getBytes("event"), row.getInt("replays")));
            }
        }
        return letters;
    }

    /** PostgreSQL's text has no character of code zero, and what is malformed may. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private interface Work<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Work<T> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.run(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot reach the dead letters", e);
        }
    }
}
