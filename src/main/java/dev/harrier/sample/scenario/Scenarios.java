package dev.harrier.sample.scenario;

import java.util.List;

/** Every kind of story, in the order of telling. Appending keeps the others as they were as far as possible. */
public final class Scenarios {
    public static final List<Scenario> ALL = List.of(new PasswordSpray(), new SlowPasswordSpray(),
            new LegacyProtocolSpray(),
            new DistributedPasswordCrack(), new PortalBruteForce(), new PortalFailures(), new DisabledAccountProbe(),
            new DisabledProbeWithSuccess(), new DeniedMfaPrompt(), new MfaFatigue(), new ImpossibleTravel(),
            new RepositoryBurst(), new RepositoryBruteForce(), new ShellToUnusualResource(), new PolicyBypass(),
            new SuccessThenFailureElsewhere(), new GrowingLocations(), new MalformedUserAgent(), new TokenReplay(),
            new DeviceCodePhishing(), new WorkloadFromNewCountry(), new AddedCredential(), new EscapedManagedIdentity(),
            new AwakenedAccount(), new IllicitConsent(), new NightlyRefresh(), new AwsConsoleAfterFailures(),
            new HostLogonAfterFailures(), new VpnLogonAfterFailures(), new SignInAfterHostFailures(),
            new SignInDespiteFirewall(), new TeamsChangeFromRareCountry(), new ThreatListedAddress(),
            new ThreatListedSender(), new KnownActorAddress());

    private Scenarios() {}
}
