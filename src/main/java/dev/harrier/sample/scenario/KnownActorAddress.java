package dev.harrier.sample.scenario;

import java.util.List;
import java.util.Map;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.record.Stream;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Device;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Place;
import dev.harrier.sample.world.Places;
import dev.harrier.sample.world.Ticks;

/** An address from published actor lists signs in. */
final class KnownActorAddress implements Scenario {
    /** Published with the rules on Barium and Iridium, in turn. */
    private static final List<String> PUBLISHED = List.of("45.76.6.149", "185.234.73.19", "149.28.84.98",
            "46.255.230.229",
            "104.36.69.105", "51.91.48.210", "66.42.98.220", "216.245.210.106");

    @Override
    public String kind() {
        return "known-actor-address";
    }

    @Override
    public void attack(Story story) {
        Person victim = story.member();
        String ip = PUBLISHED
                .get(story.dice().below(PUBLISHED.size() / 2) * 2 + (story.stream() == Stream.INTERACTIVE ? 0 : 1));
        Place place = story.dice().pick(Places.HOSTILE);
        Address source = new Address(ip, place, 64_505, "");
        long at = story.between(20 * Ticks.HOUR, Ticks.HOUR);
        for (Application app : List.of(Application.OFFICE_HOME, Application.SHAREPOINT, Application.EXCHANGE)) {
            story.intrusion(victim, app, source, at);
            at += 5 * Ticks.MINUTE;
        }
        story.row("DnsEvents", "", at,
                Map.of("Computer", "TF-DNS-01", "ClientIP", "10.20.0.53", "IPAddresses", ip, "SubType",
                        "LookupQuery", "QueryType", "A"));
        story.note("sign-ins from an address that vendors published as an actor's");
    }

    @Override
    public void lookAlike(Story story) {
        Address tester = story.tester();
        long at = story.between(18 * Ticks.HOUR, 3 * Ticks.HOUR);
        for (Person target : story.members(6)) {
            at += 8 * Ticks.MINUTE;
            story.intrusion(target, Application.OFFICE_HOME, tester, at).on(Device.HOSTILE_LINUX)
                    .ends(Outcome.INVALID_PASSWORD);
        }
        story.note("the announced penetration test, from the address on the agreed list");
    }
}
