package dev.harrier.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks whose key this is. */
final class ApiKeyRequest extends BaseAuthenticationRequest {
    private final String key;

    ApiKeyRequest(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
