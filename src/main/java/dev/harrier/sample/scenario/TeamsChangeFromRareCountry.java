package dev.harrier.sample.scenario;

import java.util.List;
import java.util.Map;

import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Places;
import dev.harrier.sample.world.SampleWorld;
import dev.harrier.sample.world.Ticks;

/** Teams is entered from a rare country and then changed. */
final class TeamsChangeFromRareCountry implements Scenario {
    /** Enough sign-ins at home that a single one elsewhere stands out. */
    private static void regulars(Story story, Person person) {
        for (int turn = 0; turn < 30; turn++) {
            story.habit(story.stream(), person, Application.TEAMS, person.home(),
                    story.ago((8 + 7 * turn) * Ticks.HOUR));
        }
    }

    private static void change(Story story, Person person, Address source, String operation, long at) {
        story.row("OfficeActivity", "OfficeId", at, Map.ofEntries(Map.entry("Operation", operation),
                Map.entry("OfficeWorkload", "MicrosoftTeams"), Map.entry("RecordType", "MicrosoftTeams"),
                Map.entry("UserId", person.upn()), Map.entry("ClientIP", source.ip()),
                Map.entry("TeamName", "Harbour projects"),
                Map.entry("UserType", "Regular"), Map.entry("OrganizationId", SampleWorld.TENANT),
                Map.entry("Members", List.of(Map.of("DisplayName", "Sam Porter", "Role", 1, "UPN",
                        "sam.porter@freight-offers.example")))));
    }

    @Override
    public String kind() {
        return "teams-change-from-rare-country";
    }

    @Override
    public long history() {
        return 10 * Ticks.DAY;
    }

    @Override
    public void attack(Story story) {
        Person victim = story.member();
        regulars(story, victim);
        Address source = story.hostile();
        long at = story.between(18 * Ticks.HOUR, 2 * Ticks.HOUR);
        story.intrusion(victim, Application.TEAMS, source, at);
        change(story, victim, source, "MemberAdded", at + 9 * Ticks.MINUTE);
        change(story, victim, source, "MemberRoleChanged", at + 14 * Ticks.MINUTE);
        story.note(
                "one Teams sign-in from a country rare for the tenant; minutes later a stranger is added and made owner");
    }

    @Override
    public void lookAlike(Story story) {
        Person traveller = story.member();
        regulars(story, traveller);
        Address hotel = story.away(story.dice().pick(Places.DESTINATIONS));
        long at = story.between(16 * Ticks.HOUR, 2 * Ticks.HOUR);
        for (int turn = 0; turn < 3; turn++) {
            story.signIn(traveller, Application.TEAMS, hotel, at + turn * 20 * Ticks.MINUTE).strong(true);
        }
        change(story, traveller, hotel, "MemberAdded", at + 70 * Ticks.MINUTE);
        story.note("a traveller adds a colleague to a project team from the hotel");
    }
}
