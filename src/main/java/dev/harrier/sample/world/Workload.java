package dev.harrier.sample.world;

import java.util.List;

/**
 * Something that signs in by itself: a service principal (with a credential) or a managed identity (without).
 *
 * @param keyId
 *            id of its credential; empty for a managed identity
 * @param addresses
 *            the networks it always comes from
 * @param cadence
 *            how often it signs in, in {@link Ticks}
 */
public record Workload(int number, String appId, String servicePrincipalId, String name, String keyId,
        String thumbprint,
        List<Address> addresses, List<Resource> resources, long cadence, boolean managed) {}
