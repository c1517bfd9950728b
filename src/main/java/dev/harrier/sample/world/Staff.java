package dev.harrier.sample.world;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Invents the people of the tenant. */
final class Staff {
    private static final List<String> GIVEN = List.of("Ada", "Bram", "Carla", "Daan", "Elif", "Femke", "Gijs", "Hanna",
            "Imran", "Jonas", "Katja", "Lars", "Mila", "Noor", "Oskar", "Priya", "Quinn", "Ruben", "Sanne", "Tomas",
            "Uma",
            "Vera", "Wout", "Xenia", "Yara", "Zoe", "Anton", "Bente", "Cleo", "Dorian", "Esther", "Finn", "Greta",
            "Hugo",
            "Ines", "Joris", "Kira", "Leon", "Marta", "Nils");
    private static final List<String> FAMILY = List.of("Aalbers", "Bakker", "Clarke", "Dekker", "Evans", "Fischer",
            "Groot", "Hughes", "Iversen", "Jansen", "Keller", "Lindgren", "Meyer", "Novak", "Okafor", "Peters", "Quist",
            "Richter", "Smit", "Turner", "Ulrich", "Visser", "Walsh", "Young", "Zeeman", "Abbas", "Brandt", "Carter",
            "Dijkstra", "Ellis", "Fuchs", "Greene", "Hoekstra", "Ivanova", "Jung", "Kramer", "Lopez", "Mulder", "Nagel",
            "Owens", "Patel", "Reid", "Schultz", "Timmer", "Vogel", "Wagner", "Weber", "Zimmer");
    private static final List<String> DEPARTMENTS = List.of("Operations", "Finance", "Sales", "Engineering", "Legal",
            "Human Resources", "Logistics", "Customer Care");
    private static final List<String> ADMIN_ROLES = List.of("Global Administrator", "Privileged Role Administrator",
            "User Administrator", "Application Administrator", "Security Administrator", "Exchange Administrator");

    private final long seed;
    private final long start;
    private final long end;
    private final Set<String> names = new LinkedHashSet<>();

    Staff(long seed, long start, long end) {
        this.seed = seed;
        this.start = start;
        this.end = end;
    }

    List<Person> hire(int count) {
        List<Person> people = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            people.add(person(number));
        }
        return people;
    }

    private Person person(int number) {
        Dice dice = new Dice(seed, "person", number);
        Person.Standing standing = standing(number);
        int office = office(dice);
        Place officePlace = Places.OFFICES.get(office);
        Place home = dice.chance(0.5) ? officePlace : suburb(dice, officePlace.country());
        String given = dice.pick(GIVEN);
        String family = dice.pick(FAMILY);
        String upn = upn(standing, given, family, number);
        String department = standing == Person.Standing.GUEST ? "Partner" : dice.pick(DEPARTMENTS);
        List<String> roles = roles(number, standing, dice);
        boolean engineer = department.equals("Engineering") || !roles.isEmpty();
        return new Person(number, dice.guid(), upn, given + " " + family, standing, department,
                roles.isEmpty() ? department + " specialist" : "Systems administrator", groups(department, engineer),
                roles,
                home, Networks.office(office, number % 2), Networks.home(number, home), Networks.mobile(number, home),
                Devices.laptop(dice, number, officePlace), Devices.phone(dice, number),
                apps(dice, engineer, !roles.isEmpty()),
                7 + dice.below(4), 1 + dice.below(4), (55 + dice.below(30)) * Ticks.MINUTE, trips(dice, number));
    }

    private static Person.Standing standing(int number) {
        return switch (number % 40) {
            case 7 -> Person.Standing.DISABLED;
            case 23 -> Person.Standing.DORMANT;
            case 15, 31 -> Person.Standing.GUEST;
            default -> Person.Standing.MEMBER;
        };
    }

    private static int office(Dice dice) {
        double roll = dice.unit();
        return roll < 0.45 ? 0 : roll < 0.7 ? 1 : roll < 0.88 ? 2 : 3;
    }

    private static Place suburb(Dice dice, String country) {
        List<Place> near = Places.SUBURBS.stream().filter(place -> place.country().equals(country)).toList();
        return dice.pick(near);
    }

    private String upn(Person.Standing standing, String given, String family, int number) {
        String name = (given + "." + family).toLowerCase(Locale.ROOT);
        String domain = standing == Person.Standing.GUEST ? "quayside-partners.example" : SampleWorld.DOMAIN;
        String candidate = name + "@" + domain;
        if (names.add(candidate)) {
            return candidate;
        }
        String numbered = name + number + "@" + domain;
        names.add(numbered);
        return numbered;
    }

    private static List<String> roles(int number, Person.Standing standing, Dice dice) {
        boolean administrator = standing == Person.Standing.MEMBER && number % 25 == 3;
        return administrator
                ? List.of(ADMIN_ROLES.get((number / 25) % ADMIN_ROLES.size()), "Global Reader").subList(0,
                        1 + dice.below(2))
                : List.of();
    }

    private static List<String> groups(String department, boolean engineer) {
        return engineer ? List.of("All staff", department, "Developers") : List.of("All staff", department);
    }

    private static List<Application> apps(Dice dice, boolean engineer, boolean administrator) {
        List<Application> apps = new ArrayList<>(dice.sample(Application.EVERYDAY, 4 + dice.below(3)));
        if (!apps.contains(Application.TEAMS)) {
            apps.add(0, Application.TEAMS);
        }
        if (engineer) {
            apps.addAll(Application.ENGINEERING.subList(0, 3));
        }
        if (administrator) {
            apps.add(Application.AZURE_POWERSHELL);
            apps.add(Application.DIRECTORY_POWERSHELL);
        }
        if (dice.chance(0.2)) {
            apps.add(Application.SALES);
        }
        return List.copyOf(apps);
    }

    private List<Trip> trips(Dice dice, int number) {
        if (number % 12 != 5) {
            return List.of();
        }
        Place destination = dice.pick(Places.DESTINATIONS);
        long length = (1 + dice.below(4)) * Ticks.DAY;
        long from = dice.between(start, Math.max(start + 1, end - length));
        return List.of(new Trip(from, from + length, Networks.away(number, destination)));
    }
}
