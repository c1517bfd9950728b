package dev.harrier.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {

    Optional<ApiKey> byHash(String hash) {
        return find("hash", hash).firstResultOptional();
    }

    /** The keys that give access to exactly this workspace. */
    List<ApiKey> ofWorkspace(String workspace) {
        return list("workspace", Sort.by("created"), workspace);
    }
}
