package dev.harrier.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Creates, finds and revokes API keys. */
@ApplicationScoped
public class ApiKeys {
    /** What every key begins with, so that scanners of leaked secrets recognise it. */
    static final String PREFIX = "hk_";
    private static final int SECRET_BYTES = 32;
    private final SecureRandom random = new SecureRandom();

    @Inject
    ApiKeyRepository repository;

    /**
     * A key that was just made.
     *
     * @param key the secret: shown this once
     */
    public record Created(UUID id, String key) {}

    /** @param workspace the slug of the one workspace it is for; empty for all */
    @Transactional
    @ActivateRequestContext
    public Created create(String name, Optional<String> workspace, Set<Role> roles, Optional<Instant> expires) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String key = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        ApiKey stored = new ApiKey();
        stored.id = UUID.randomUUID();
        stored.name = name;
        stored.workspace = workspace.orElse(null);
        stored.setRoles(roles);
        stored.hash = hash(key);
        stored.created = Instant.now();
        stored.expires = expires.orElse(null);
        repository.persist(stored);
        return new Created(stored.id, key);
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
