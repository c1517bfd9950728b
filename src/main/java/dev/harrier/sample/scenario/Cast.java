package dev.harrier.sample.scenario;

import java.util.List;

import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Dice;
import dev.harrier.sample.world.Networks;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Place;
import dev.harrier.sample.world.SampleWorld;
import dev.harrier.sample.world.Workload;

/** Hands out people, workloads and addresses so that stories do not share them before everybody had a part. */
final class Cast {
    private final List<Person> members;
    private final List<Person> administrators;
    private final List<Person> disabled;
    private final List<Person> dormant;
    private final List<Person> guests;
    private final List<Workload> servicePrincipals;
    private final List<Workload> managedIdentities;
    private int member;
    private int administrator;
    private int leaver;
    private int sleeper;
    private int guest;
    private int servicePrincipal;
    private int managedIdentity;
    private int address;

    Cast(SampleWorld world) {
        Dice dice = new Dice(world.seed(), "cast", 0);
        // Travellers would make an attacker's country look usual or the home country unusual.
        this.members = shuffled(dice,
                world.members().stream().filter(person -> !person.privileged() && person.trips().isEmpty()).toList());
        this.administrators = shuffled(dice, world.privileged());
        this.disabled = shuffled(dice, world.disabled());
        this.dormant = shuffled(dice, world.dormant());
        this.guests = shuffled(dice, world.people().stream()
                .filter(person -> person.standing() == Person.Standing.GUEST).toList());
        this.servicePrincipals = shuffled(dice, world.servicePrincipals());
        this.managedIdentities = shuffled(dice, world.managedIdentities());
    }

    Person member() {
        return members.get(member++ % members.size());
    }

    List<Person> members() {
        return members;
    }

    Person administrator() {
        return administrators.get(administrator++ % administrators.size());
    }

    Person disabled() {
        return disabled.get(leaver++ % disabled.size());
    }

    Person dormant() {
        return dormant.get(sleeper++ % dormant.size());
    }

    Person guest() {
        return guests.get(guest++ % guests.size());
    }

    Workload servicePrincipal() {
        return servicePrincipals.get(servicePrincipal++ % servicePrincipals.size());
    }

    Workload managedIdentity() {
        return managedIdentities.get(managedIdentity++ % managedIdentities.size());
    }

    Address hosting(Place place) {
        return Networks.hosting(address++, place);
    }

    Address proxy(Place place) {
        return Networks.proxy(address++, place);
    }

    Address away(Place place) {
        return Networks.away(100_000 + address++, place);
    }

    private static <T> List<T> shuffled(Dice dice, List<T> items) {
        return dice.sample(items, items.size());
    }
}
