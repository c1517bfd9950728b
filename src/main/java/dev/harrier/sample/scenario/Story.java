package dev.harrier.sample.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

import dev.harrier.sample.record.CompanionRow;
import dev.harrier.sample.record.DirectoryChange;
import dev.harrier.sample.record.SampleEvent;
import dev.harrier.sample.record.SignIn;
import dev.harrier.sample.record.Stream;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Device;
import dev.harrier.sample.world.Dice;
import dev.harrier.sample.world.Networks;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Place;
import dev.harrier.sample.world.Places;
import dev.harrier.sample.world.SampleWorld;
import dev.harrier.sample.world.Ticks;
import dev.harrier.sample.world.Workload;

/** One instance of a scenario while it is told: who takes part, when things happen, which events result. */
public final class Story {
    private final String kind;
    private final Incident.Label label;
    private final int number;
    private final SampleWorld world;
    private final Cast cast;
    private final Dice dice;
    private final long now;
    private final Stream stream;
    private final List<SampleEvent> labelled = new ArrayList<>();
    private final List<SampleEvent> surroundings = new ArrayList<>();
    private String note = "";
    private boolean slow;

    Story(String kind, Incident.Label label, int number, SampleWorld world, Cast cast, long now) {
        this.kind = kind;
        this.label = label;
        this.number = number;
        this.world = world;
        this.cast = cast;
        this.now = now;
        this.dice = new Dice(world.seed(), kind + label, number);
        this.stream = number % 2 == 0 ? Stream.INTERACTIVE : Stream.NON_INTERACTIVE;
    }

    /** The moment by which everything has happened, in {@link Ticks}. */
    public long now() {
        return now;
    }

    /** That long before {@link #now()}, but not before the data begins. */
    public long ago(long ticks) {
        long wanted = now - Math.max(ticks, Ticks.SECOND);
        return wanted > world.start() ? wanted : world.start() + dice.between(0, Ticks.MINUTE);
    }

    /** At random between two distances from {@link #now()}. */
    public long between(long earliest, long latest) {
        return ago(dice.between(latest, earliest));
    }

    public Dice dice() {
        return dice;
    }

    /** Where this instance's sign-ins of people go: odd instances happen in the non-interactive stream. */
    public Stream stream() {
        return stream;
    }

    public Person member() {
        return cast.member();
    }

    public List<Person> members(int count) {
        return dice.sample(cast.members(), count);
    }

    public Person administrator() {
        return cast.administrator();
    }

    public Person disabled() {
        return cast.disabled();
    }

    public Person dormant() {
        return cast.dormant();
    }

    public Person guest() {
        return cast.guest();
    }

    public Workload servicePrincipal() {
        return cast.servicePrincipal();
    }

    public Workload managedIdentity() {
        return cast.managedIdentity();
    }

    /** A rented server in a country without business. */
    public Address hostile() {
        return cast.hosting(dice.pick(Places.HOSTILE));
    }

    /** Rented servers in that many different countries. */
    public List<Address> hostile(int countries) {
        return dice.sample(Places.HOSTILE, countries).stream().map(cast::hosting).toList();
    }

    /** Rented servers in one city. */
    public List<Address> hostileInOneCity(int count) {
        Place place = dice.pick(Places.HOSTILE);
        List<Address> addresses = new ArrayList<>();
        for (int position = 0; position < count; position++) {
            addresses.add(cast.hosting(place));
        }
        return addresses;
    }

    public Address proxy(Place place) {
        return cast.proxy(place);
    }

    /** A hotel or partner network. */
    public Address away(Place place) {
        return cast.away(place);
    }

    public Address tester() {
        return Networks.tester(number, Places.OFFICES.get(0));
    }

    /** Somebody signs in, in this instance's stream; part of the truth. */
    public SignIn signIn(Person person, Application app, Address address, long ticks) {
        return signIn(stream, person, app, address, ticks);
    }

    public SignIn signIn(Stream chosen, Person person, Application app, Address address, long ticks) {
        return add(labelled, SignIn.of(chosen, person, app, address, ticks, dice));
    }

    /** An attacker signs in as somebody, with a machine of their own. */
    public SignIn intrusion(Person victim, Application app, Address address, long ticks) {
        return signIn(victim, app, address, ticks).on(Device.HOSTILE_BROWSER).strong(false);
    }

    /** An ordinary sign-in that the story needs around it; not part of the truth. */
    public SignIn habit(Stream chosen, Person person, Application app, Address address, long ticks) {
        return add(surroundings, SignIn.of(chosen, person, app, address, ticks, dice));
    }

    public SignIn workload(Workload workload, Address address, long ticks) {
        return add(labelled, SignIn.of(workload, address, ticks, dice));
    }

    /** Something changes in the directory; part of the truth. */
    public void change(long ticks, String operation, String category, Person initiator, Address address,
            DirectoryChange.Target target, DirectoryChange.Property... properties) {
        String verb = operation.startsWith("Add") ? "Add" : operation.startsWith("Consent") ? "Assign" : "Update";
        labelled.add(new DirectoryChange("Directory_" + dice.token(12), dice.guid(), ticks, operation, category, verb,
                initiator, address, target, List.of(properties)));
    }

    /** A row of a companion table; part of the truth. */
    public CompanionRow row(String table, String idColumn, long ticks, Map<String, Object> columns) {
        CompanionRow row = CompanionRow.of(table, ticks, idColumn, dice.guid());
        columns.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(entry -> row.with(entry.getKey(), entry.getValue()));
        return add(labelled, row);
    }

    public void note(String text) {
        this.note = text;
    }

    /** Says that this is spread over days on purpose. */
    public void slow() {
        this.slow = true;
    }

    List<SampleEvent> events() {
        List<SampleEvent> all = new ArrayList<>(labelled);
        all.addAll(surroundings);
        return all;
    }

    Incident incident() {
        List<SampleEvent> ordered = new ArrayList<>(labelled);
        ordered.sort(Comparator.comparingLong(SampleEvent::ticks));
        List<String> ids = ordered.stream().map(SampleEvent::id).filter(id -> !id.isEmpty()).toList();
        List<String> tables = List.copyOf(new TreeSet<>(ordered.stream().map(SampleEvent::table).toList()));
        return new Incident(kind, kind + "-" + label.name().toLowerCase(Locale.ROOT) + "-" + number, label,
                tables, entities(ordered), Ticks.instant(ordered.getFirst().ticks()),
                Ticks.instant(ordered.getLast().ticks()), Ticks.instant(now), ids, ordered.size(), slow, note);
    }

    private static Incident.Entities entities(List<SampleEvent> events) {
        TreeSet<String> users = new TreeSet<>();
        TreeSet<String> ips = new TreeSet<>();
        TreeSet<String> apps = new TreeSet<>();
        TreeSet<String> principals = new TreeSet<>();
        for (SampleEvent event : events) {
            switch (event) {
                case SignIn signIn -> {
                    users.add(signIn.user());
                    ips.add(signIn.ip());
                    apps.add(signIn.applicationName());
                    principals.add(signIn.servicePrincipal());
                }
                case DirectoryChange change -> {
                    users.add(change.initiator().upn());
                    ips.add(change.address().ip());
                    (change.target().type().equals("User") ? users : principals)
                            .add(change.target().type().equals("User")
                                    ? change.target().upn()
                                    : change.target().name());
                }
                case CompanionRow row -> {
                    ips.add(row.text("SourceIpAddress"));
                    ips.add(row.text("SourceIP"));
                    ips.add(row.text("IpAddress"));
                    ips.add(row.text("ClientIP"));
                    ips.add(row.text("NetworkIP"));
                    users.add(row.text("UserId"));
                }
            }
        }
        return new Incident.Entities(known(users), known(ips), known(apps), known(principals));
    }

    private static List<String> known(TreeSet<String> names) {
        names.remove("");
        return List.copyOf(names);
    }

    private static <T extends SampleEvent> T add(List<SampleEvent> to, T event) {
        to.add(event);
        return event;
    }
}
