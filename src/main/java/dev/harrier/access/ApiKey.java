package dev.harrier.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A key as it is stored: without the secret. */
@Entity
@Table(name = "api_key")
class ApiKey {
    @Id
    UUID id;
    @Column(nullable = false)
    String name;
    String workspace;
    @Column(nullable = false)
    String roles;
    @Column(nullable = false, unique = true)
    String hash;
    @Column(nullable = false)
    Instant created;
    Instant expires;
    Instant revoked;

    Set<Role> roleSet() {
        Set<Role> set = EnumSet.noneOf(Role.class);
        for (String keyword : roles.split(",")) {
            Role.named(keyword).ifPresent(set::add);
        }
        return set;
    }

    boolean isValid(Instant now) {
        return revoked == null && (expires == null || now.isBefore(expires));
    }

    Caller caller() {
        return new Caller("key:" + name, Optional.ofNullable(workspace), roleSet());
    }
}
