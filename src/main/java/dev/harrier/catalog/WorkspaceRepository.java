package dev.harrier.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Finds workspaces. */
@ApplicationScoped
public class WorkspaceRepository {
    private final DataSource database;
    /** Workspaces are never deleted or renamed, so what was found once stays true. */
    private final Map<String, Workspace> found = new ConcurrentHashMap<>();

    @Inject
    public WorkspaceRepository(DataSource database) {
        this.database = database;
    }

    /** The workspace of this slug, if there is one. */
    public Optional<Workspace> find(String slug) {
        Workspace known = found.get(slug);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Workspace> read = read(slug);
        read.ifPresent(workspace -> found.put(slug, workspace));
        return read;
    }

    private Optional<Workspace> read(String slug) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select id from workspace where slug = ?")) {
            query.setString(1, slug);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Workspace(rows.getObject(1, UUID.class), slug))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the workspaces", e);
        }
    }

    /** @throws dev.harrier.access.RequestProblem if there is none of this slug */
    public Workspace get(String slug) {
        return find(slug).orElseThrow(() -> TableProblems.unknownWorkspace(slug));
    }

    /** @return whether it was not there before */
    boolean create(String slug) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into workspace (id, slug) values (?, ?) on conflict (slug) do nothing")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, slug);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create the workspace", e);
        }
    }
}
