package dev.harrier.sample.scenario;

import java.util.List;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** A few guesses at many accounts of one application, from one address, within minutes. */
final class PasswordSpray implements Scenario {
    /** Rules count in bins of 20 minutes; a spray across a bin's edge would be halved. */
    private static long startOfBin(long ticks) {
        return Math.floorDiv(ticks, 20 * Ticks.MINUTE) * 20 * Ticks.MINUTE;
    }

    @Override
    public String kind() {
        return "password-spray";
    }

    @Override
    public void attack(Story story) {
        Address source = story.hostile();
        Application app = story.dice()
                .pick(List.of(Application.EXCHANGE, Application.OFFICE_HOME, Application.SHAREPOINT));
        long begin = startOfBin(story.between(20 * Ticks.HOUR, 2 * Ticks.HOUR));
        List<Person> targets = story.members(14);
        long at = begin + 20 * Ticks.SECOND;
        for (Person target : targets) {
            at += 20 * Ticks.SECOND + story.dice().between(0, 30 * Ticks.SECOND);
            story.intrusion(target, app, source, at)
                    .ends(story.dice().chance(0.1) ? Outcome.LOCKED : Outcome.INVALID_PASSWORD);
        }
        story.intrusion(targets.getLast(), app, source, at + Ticks.MINUTE).risk("medium", "passwordSpray");
        story.note("one address guesses at 14 accounts of one application in a quarter of an hour; one guess is right");
    }

    @Override
    public void lookAlike(Story story) {
        Person first = story.member();
        long at = story.between(18 * Ticks.HOUR, 3 * Ticks.HOUR);
        for (Person colleague : story.members(7)) {
            at += Ticks.MINUTE;
            story.signIn(colleague, Application.OFFICE_HOME, first.office(), at).ends(Outcome.PASSWORD_EXPIRED);
            story.signIn(colleague, Application.OFFICE_HOME, first.office(), at + 5 * Ticks.MINUTE);
        }
        story.note("all passwords of a department expired on the same morning; everybody gets in after changing it");
    }
}
