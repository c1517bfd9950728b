package dev.harrier.sample.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The fictional tenant "Tidewater Freight". The same seed, size, end and days give the same tenant.
 */
public final class SampleWorld {
    public static final String TENANT = "5c0d7f1e-8a34-4e0b-9b62-3f1d2a7c9e58";
    /** Who owns the applications that every tenant has. */
    public static final String VENDOR_TENANT = "c7a4e0b2-19d6-4f83-8a5c-60e2b7d3f914";
    public static final String TENANT_NAME = "Tidewater Freight";
    public static final String DOMAIN = "tidewater-freight.example";

    private final long seed;
    private final long start;
    private final long end;
    private final List<Person> people;
    private final List<Person> active;
    private final List<Workload> servicePrincipals;
    private final List<Workload> managedIdentities;

    private SampleWorld(long seed, long start, long end, List<Person> people, List<Workload> servicePrincipals,
            List<Workload> managedIdentities) {
        this.seed = seed;
        this.start = start;
        this.end = end;
        this.people = List.copyOf(people);
        this.active = withStanding(people, Person.Standing.MEMBER, Person.Standing.GUEST);
        this.servicePrincipals = List.copyOf(servicePrincipals);
        this.managedIdentities = List.copyOf(managedIdentities);
    }

    /**
     * @param size
     *            how many sign-in events the world has to explain; the tenant grows with it, up to 20,000 people
     * @param days
     *            how long before {@code end} the story begins
     */
    public static SampleWorld of(long seed, long size, Instant end, int days) {
        long last = Ticks.of(end);
        long first = last - days * Ticks.DAY;
        int staff = Math.clamp(size / 150, 160, 20_000);
        int workloads = Math.clamp(size / 2_500, 24, 2_000);
        List<Person> people = new Staff(seed, first, last).hire(staff);
        return new SampleWorld(seed, first, last, people, Workloads.servicePrincipals(seed, workloads),
                Workloads.managedIdentities(seed, Math.max(8, workloads / 3)));
    }

    public long seed() {
        return seed;
    }

    /** The first moment, in {@link Ticks}. */
    public long start() {
        return start;
    }

    /** The moment after the last, in {@link Ticks}. */
    public long end() {
        return end;
    }

    /** Everybody with an account. */
    public List<Person> people() {
        return people;
    }

    /** Those who come to work. */
    public List<Person> active() {
        return active;
    }

    public List<Person> members() {
        return withStanding(people, Person.Standing.MEMBER);
    }

    public List<Person> disabled() {
        return withStanding(people, Person.Standing.DISABLED);
    }

    public List<Person> dormant() {
        return withStanding(people, Person.Standing.DORMANT);
    }

    public List<Person> privileged() {
        return people.stream().filter(Person::privileged).toList();
    }

    public List<Workload> servicePrincipals() {
        return servicePrincipals;
    }

    public List<Workload> managedIdentities() {
        return managedIdentities;
    }

    private static List<Person> withStanding(List<Person> people, Person.Standing... standings) {
        List<Person.Standing> wanted = List.of(standings);
        List<Person> found = new ArrayList<>();
        for (Person person : people) {
            if (wanted.contains(person.standing())) {
                found.add(person);
            }
        }
        return List.copyOf(found);
    }
}
