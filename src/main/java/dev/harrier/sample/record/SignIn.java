package dev.harrier.sample.record;

import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Device;
import dev.harrier.sample.world.Dice;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Resource;
import dev.harrier.sample.world.Workload;

/**
 * One sign-in of a person or a workload. Starts as a plain success and is bent by the setters, each of which returns
 * the sign-in itself.
 */
public final class SignIn implements SampleEvent {
    final long ticks;
    final Person person;
    final Workload workload;
    final Application app;
    final Address address;
    final String correlationId;
    Stream stream;
    long lag;
    String id;
    Resource resource;
    Device device;
    Client client = Client.BROWSER;
    Outcome outcome = Outcome.SUCCESS;
    String protocol = "none";
    String incomingToken = "none";
    String transferMethod = "none";
    String sessionId;
    String tokenId;
    String userAgent;
    String keyId = "";
    String risk = "none";
    String riskEvent = "";
    boolean strong;

    private SignIn(Stream stream, long ticks, Person person, Workload workload, Application app, Resource resource,
            Address address, Device device, Dice dice) {
        this.stream = stream;
        this.ticks = ticks;
        this.person = person;
        this.workload = workload;
        this.app = app;
        this.resource = resource;
        this.address = address;
        this.device = device;
        this.id = dice.guid();
        this.correlationId = dice.guid();
        this.sessionId = dice.guid();
        this.tokenId = dice.token(22);
        this.lag = dice.between(300_000L, 900_000_000L);
        this.userAgent = device == null ? "" : device.userAgent();
    }

    /** Somebody signs in with their own laptop. */
    public static SignIn of(Stream stream, Person person, Application app, Address address, long ticks, Dice dice) {
        SignIn signIn = new SignIn(stream, ticks, person, null, app, app.resource(), address, person.laptop(), dice);
        if (stream == Stream.NON_INTERACTIVE) {
            signIn.client = Client.APP;
            signIn.incomingToken = "primaryRefreshToken";
        }
        signIn.strong = person.privileged();
        return signIn;
    }

    public static SignIn of(Workload workload, Address address, long ticks, Dice dice) {
        Stream stream = workload.managed() ? Stream.MANAGED_IDENTITY : Stream.SERVICE_PRINCIPAL;
        SignIn signIn = new SignIn(stream, ticks, null, workload, null, dice.pick(workload.resources()), address, null,
                dice);
        signIn.keyId = workload.keyId();
        return signIn;
    }

    public SignIn ends(Outcome ended) {
        this.outcome = ended;
        return this;
    }

    public SignIn on(Device used) {
        this.device = used;
        this.userAgent = used.userAgent();
        return this;
    }

    public SignIn with(Client used) {
        this.client = used;
        return this;
    }

    public SignIn userAgent(String text) {
        this.userAgent = text;
        return this;
    }

    public SignIn to(Resource wanted) {
        this.resource = wanted;
        return this;
    }

    public SignIn protocol(String name) {
        this.protocol = name;
        return this;
    }

    public SignIn token(String kind) {
        this.incomingToken = kind;
        return this;
    }

    public SignIn transfer(String method) {
        this.transferMethod = method;
        return this;
    }

    public SignIn session(String session) {
        this.sessionId = session;
        return this;
    }

    public SignIn key(String credential) {
        this.keyId = credential;
        return this;
    }

    /** A further step of the sign-in with that id; an event is told apart by id and second, so both keep the same lag. */
    public SignIn continues(SignIn earlier) {
        this.id = earlier.id;
        this.lag = earlier.lag;
        return this;
    }

    public SignIn risk(String level, String event) {
        this.risk = level;
        this.riskEvent = event;
        return this;
    }

    /** The second factor was asked for and given. */
    public SignIn strong(boolean given) {
        this.strong = given;
        return this;
    }

    public String tokenIdentifier() {
        return tokenId;
    }

    public String sessionIdentifier() {
        return sessionId;
    }

    public Stream stream() {
        return stream;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** The user principal name; empty for a workload. */
    public String user() {
        return person == null ? "" : person.upn();
    }

    /** The service principal's name; empty for a person. */
    public String servicePrincipal() {
        return workload == null ? "" : workload.name();
    }

    public String applicationName() {
        return app == null ? "" : app.name();
    }

    /** Two-letter country; empty where there is no place. */
    public String country() {
        return address.place().country();
    }

    public String ip() {
        return address.ip();
    }

    @Override
    public long ticks() {
        return ticks;
    }

    @Override
    public String table() {
        return stream.table();
    }

    @Override
    public String id() {
        return id;
    }
}
