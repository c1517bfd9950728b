package dev.harrier.access;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The append-only audit: plain SQL, because entries are never entities that someone could change. */
@ApplicationScoped
public class AuditLog {
    private static final int MOST_DETAIL = 16_384;
    private static final String INSERT = "insert into audit_entry (caller, address, workspace, action, status, detail)"
            + " values (?, ?, ?, ?, ?, ?)";
    private static final String PAGE = "select id, at, caller, address, workspace, action, status, detail"
            + " from audit_entry where workspace = ? and id < ? order by id desc limit ?";

    @Inject
    AgroalDataSource database;

    /** Appends an entry; its number and time are given by the database. */
    public void append(Caller caller, String address, String workspace, String action, int status, String detail) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, caller.name());
            insert.setString(2, address);
            insert.setString(3, workspace);
            insert.setString(4, action);
            insert.setInt(5, status);
            insert.setString(6, detail == null || detail.length() <= MOST_DETAIL
                    ? detail
                    : detail.substring(0, MOST_DETAIL));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the audit cannot be written", e);
        }
    }

    /** Entries of a workspace, newest first, older than the one of this number. */
    public List<AuditEntry> before(String workspace, long id, int limit) {
        List<AuditEntry> entries = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setString(1, workspace);
            select.setLong(2, id);
            select.setInt(3, limit);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    entries.add(new AuditEntry(rows.getLong(1), rows.getTimestamp(2).toInstant(), rows.getString(3),
                            rows.getString(4), rows.getString(5), rows.getString(6), rows.getInt(7),
                            rows.getString(8)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the audit cannot be read", e);
        }
        return entries;
    }
}
