package dev.harrier.sample;

import dev.harrier.sample.record.Stream;

/** Shares of the four streams in percent; together 100. */
public record StreamMix(int interactive, int nonInteractive, int servicePrincipal, int managedIdentity) {
    /** What tenants see: most sign-ins are the ones nobody looks at. */
    public static final StreamMix USUAL = new StreamMix(15, 70, 12, 3);

    public StreamMix {
        if (interactive < 1 || nonInteractive < 1 || servicePrincipal < 1 || managedIdentity < 1
                || interactive + nonInteractive + servicePrincipal + managedIdentity != 100) {
            throw new IllegalArgumentException("the shares of the four streams must be at least 1 and add up to 100");
        }
    }

    public int percent(Stream stream) {
        return switch (stream) {
            case INTERACTIVE -> interactive;
            case NON_INTERACTIVE -> nonInteractive;
            case SERVICE_PRINCIPAL -> servicePrincipal;
            case MANAGED_IDENTITY -> managedIdentity;
        };
    }
}
