package dev.harrier.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Creates, finds and revokes API keys. */
@ApplicationScoped
public class ApiKeys {
    /** What every key begins with, so that scanners of leaked secrets recognise it. */
    static final String PREFIX = "hk_";
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    ApiKeyRepository repository;

    @Inject
    DataSource database;

    /**
     * A key that was just made.
     *
     * @param key the secret: shown this once
     */
    @Schema(name = "CreatedKey", requiredProperties = {"id", "key"})
    public record Created(UUID id,
            @Schema(description = "The secret, shown this once.", examples = "hk_…") String key) {}

    /** @param workspace the slug of the one workspace it is for; empty for all */
    public Created create(String name, Optional<String> workspace, Set<Role> roles, Optional<Instant> expires) {
        String key = newKey();
        try (Connection connection = database.getConnection()) {
            return new Created(insert(connection, key, name, workspace, roles, expires), key);
        } catch (SQLException e) {
            throw new IllegalStateException("the key cannot be stored", e);
        }
    }

    static String newKey() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** Stores a key; plain SQL, because the command that makes the first key runs without the service around it. */
    static UUID insert(Connection connection, String key, String name, Optional<String> workspace, Set<Role> roles,
            Optional<Instant> expires) throws SQLException {
        UUID id = UUID.randomUUID();
        try (PreparedStatement insert = connection.prepareStatement("insert into api_key"
                + " (id, name, workspace, roles, hash, created, expires) values (?, ?, ?, ?, ?, now(), ?)")) {
            insert.setObject(1, id);
            insert.setString(2, name);
            insert.setString(3, workspace.orElse(null));
            insert.setString(4, roles.stream().sorted().map(Role::keyword).collect(Collectors.joining(",")));
            insert.setString(5, hash(key));
            insert.setTimestamp(6, expires.map(Timestamp::from).orElse(null));
            insert.executeUpdate();
        }
        return id;
    }

    /** Who holds this key; empty if it is unknown, expired or revoked. */
    @Transactional
    @ActivateRequestContext
    public Optional<Caller> holder(String key) {
        return repository.byHash(hash(key)).filter(found -> found.isValid(Instant.now())).map(ApiKey::caller);
    }

    @Transactional
    List<ApiKey> ofWorkspace(String workspace) {
        return repository.ofWorkspace(workspace);
    }

    /** @return whether there was such a key in the workspace */
    @Transactional
    boolean revoke(String workspace, UUID id) {
        Optional<ApiKey> found = repository.findByIdOptional(id).filter(key -> workspace.equals(key.workspace));
        found.filter(key -> key.revoked == null).ifPresent(key -> key.revoked = Instant.now());
        return found.isPresent();
    }

    static String hash(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
