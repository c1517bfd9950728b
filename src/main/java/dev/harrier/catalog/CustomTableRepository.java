package dev.harrier.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keeps the tables that users created. */
@ApplicationScoped
class CustomTableRepository {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final DataSource database;

    @Inject
    CustomTableRepository(DataSource database) {
        this.database = database;
    }

    List<TableDescriptor> list(UUID workspace) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection
                        .prepareStatement("select descriptor from custom_table where workspace = ?")) {
            query.setObject(1, workspace);
            List<TableDescriptor> tables = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    tables.add(DescriptorJson.read(MAPPER.readTree(rows.getString(1)), false));
                }
            }
            return tables;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("cannot read the custom tables", e);
        }
    }

    /**
     * Stores a new table (version 1) or the successor of the version before it.
     *
     * @return false if somebody else changed the table in between
     */
    boolean store(UUID workspace, TableDescriptor table) {
        String statement = "insert into custom_table (workspace, slug, name, descriptor, version)"
                + " values (?, ?, ?, ?::jsonb, ?) on conflict (workspace, slug) do update"
                + " set descriptor = excluded.descriptor, version = excluded.version, changed = now()"
                + " where custom_table.version = excluded.version - 1 and custom_table.name = excluded.name";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(statement)) {
            update.setObject(1, workspace);
            update.setString(2, table.slug());
            update.setString(3, table.name());
            update.setString(4, DescriptorJson.write(table).toString());
            update.setInt(5, table.version());
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store table " + table.name(), e);
        }
    }

    void delete(UUID workspace, String slug) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection
                        .prepareStatement("delete from custom_table where workspace = ? and slug = ?")) {
            update.setObject(1, workspace);
            update.setString(2, slug);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot delete table " + slug, e);
        }
    }
}
