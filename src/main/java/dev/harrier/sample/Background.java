package dev.harrier.sample;

import java.util.List;

import dev.harrier.sample.record.Client;
import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.record.SampleEvent;
import dev.harrier.sample.record.SignIn;
import dev.harrier.sample.record.Stream;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Dice;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.SampleWorld;
import dev.harrier.sample.world.Ticks;
import dev.harrier.sample.world.Workload;

/** Everyday sign-ins: people where they are at that hour, workloads at their cadence, now and then a mishap. */
final class Background {
    private final SampleWorld world;
    private final Workload[] servicePrincipalWheel;
    private final Workload[] managedIdentityWheel;

    Background(SampleWorld world) {
        this.world = world;
        this.servicePrincipalWheel = wheel(world.servicePrincipals());
        this.managedIdentityWheel = wheel(world.managedIdentities());
    }

    /** Adds {@code count} sign-ins of one stream between two times. */
    void add(List<SampleEvent> to, Stream stream, long count, long from, long until, Dice dice) {
        for (long made = 0; made < count; made++) {
            long at = dice.between(from, until);
            to.add(switch (stream) {
                case INTERACTIVE -> interactive(at, dice);
                case NON_INTERACTIVE -> renewal(at, from, until, dice);
                case SERVICE_PRINCIPAL -> workload(servicePrincipalWheel, at, from, until, dice);
                case MANAGED_IDENTITY -> workload(managedIdentityWheel, at, from, until, dice);
            });
        }
    }

    /** Somebody who is likely to be at work then. */
    Person someone(long at, Dice dice) {
        Person person = dice.pick(world.active());
        for (int turn = 0; turn < 8 && !dice.chance(person.activity(at)); turn++) {
            person = dice.pick(world.active());
        }
        return person;
    }

    private SignIn interactive(long at, Dice dice) {
        Person person = someone(at, dice);
        boolean onPhone = dice.chance(0.2);
        Address address = onPhone ? person.phoneWhereabouts(at) : person.whereabouts(at);
        SignIn signIn = SignIn.of(Stream.INTERACTIVE, person, favourite(person, dice), address, at, dice);
        if (onPhone) {
            signIn.on(person.phone());
        }
        boolean outside = address.namedLocation().isEmpty();
        return signIn.ends(interactiveOutcome(dice)).strong(person.privileged() || outside && dice.chance(0.7));
    }

    private SignIn renewal(long at, long from, long until, Dice dice) {
        Person person = someone(at, dice);
        long cadence = person.refreshTicks();
        long phase = Math.floorMod(Dice.mix(person.number()), cadence);
        long due = Math.floorDiv(at - phase, cadence) * cadence + phase + dice.between(0, 20 * Ticks.SECOND);
        long when = due >= from && due < until ? due : at;
        boolean onPhone = dice.chance(0.35);
        Address address = onPhone ? person.phoneWhereabouts(when) : person.whereabouts(when);
        SignIn signIn = SignIn.of(Stream.NON_INTERACTIVE, person, favourite(person, dice), address, when, dice);
        if (onPhone) {
            signIn.on(person.phone()).token("refreshToken");
        } else if (dice.chance(0.15)) {
            signIn.with(Client.BROWSER);
        }
        return signIn.ends(renewalOutcome(dice));
    }

    private SignIn workload(Workload[] wheel, long at, long from, long until, Dice dice) {
        Workload workload = wheel[dice.below(wheel.length)];
        long phase = Math.floorMod(Dice.mix(workload.number()), workload.cadence());
        long due = Math.floorDiv(at - phase, workload.cadence()) * workload.cadence() + phase
                + dice.between(0, 2 * Ticks.SECOND);
        long when = due >= from && due < until ? due : at;
        SignIn signIn = SignIn.of(workload, dice.pick(workload.addresses()), when, dice);
        if (dice.chance(0.02)) {
            signIn.ends(workload.managed()
                    ? Outcome.RESOURCE_MISSING
                    : dice.chance(0.6) ? Outcome.KEY_EXPIRED : Outcome.KEY_INVALID);
        }
        return signIn;
    }

    private static Application favourite(Person person, Dice dice) {
        int count = person.apps().size();
        return person.apps().get(Math.min(dice.below(count), dice.below(count)));
    }

    private static Outcome interactiveOutcome(Dice dice) {
        int roll = dice.below(1_000);
        return roll < 870
                ? Outcome.SUCCESS
                : roll < 910
                        ? Outcome.STAY_SIGNED_IN
                        : roll < 935
                                ? Outcome.INVALID_PASSWORD
                                : roll < 955
                                        ? Outcome.MFA_REQUIRED
                                        : roll < 965 ? Outcome.MFA_PENDING : rarer(roll);
    }

    private static Outcome rarer(int roll) {
        return roll < 973
                ? Outcome.MFA_IGNORED
                : roll < 978
                        ? Outcome.CHALLENGE
                        : roll < 983
                                ? Outcome.SESSION_EXPIRED
                                : roll < 987
                                        ? Outcome.DEVICE_AUTHENTICATION
                                        : roll < 990 ? Outcome.BLOCKED_BY_POLICY : rarest(roll);
    }

    private static Outcome rarest(int roll) {
        return roll < 993
                ? Outcome.PASSWORD_EXPIRED
                : roll < 995
                        ? Outcome.MFA_ENROLMENT
                        : roll < 997
                                ? Outcome.DEVICE_NOT_COMPLIANT
                                : roll < 999 ? Outcome.CONSENT_MISSING : Outcome.LOCKED;
    }

    private static Outcome renewalOutcome(Dice dice) {
        int roll = dice.below(1_000);
        return roll < 955
                ? Outcome.SUCCESS
                : roll < 975
                        ? Outcome.SESSION_EXPIRED
                        : roll < 985
                                ? Outcome.GRANT_REVOKED
                                : roll < 992
                                        ? Outcome.REFRESH_EXPIRED
                                        : roll < 996
                                                ? Outcome.MFA_PENDING
                                                : roll < 998 ? Outcome.CONSENT_MISSING : Outcome.DEVICE_NOT_COMPLIANT;
    }

    /** A wheel on which a workload has the more fields the more often it signs in. */
    private static Workload[] wheel(List<Workload> workloads) {
        return workloads.stream().flatMap(workload -> {
            long fields = Math.clamp(6 * Ticks.HOUR / workload.cadence(), 1, 24);
            return java.util.stream.Stream.generate(() -> workload).limit(fields);
        }).toArray(Workload[]::new);
    }
}
