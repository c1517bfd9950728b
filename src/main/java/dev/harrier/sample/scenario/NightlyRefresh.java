package dev.harrier.sample.scenario;

import dev.harrier.sample.record.Stream;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Device;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** A stolen refresh token is renewed at night, day after day. */
final class NightlyRefresh implements Scenario {
    /** Between two and four at night where the person lives, that many nights ago. */
    private static long atNight(Story story, Person person, int nights, int turn) {
        long lastNight = Math.floorDiv(story.now(), Ticks.DAY) * Ticks.DAY
                + (2 - person.place().offsetHours()) * Ticks.HOUR;
        while (lastNight + 80 * Ticks.MINUTE > story.now()) {
            lastNight -= Ticks.DAY;
        }
        long at = lastNight - nights * Ticks.DAY + turn * 35 * Ticks.MINUTE
                + story.dice().between(0, 10 * Ticks.MINUTE);
        return Math.max(at, story.ago((nights + 3) * Ticks.DAY));
    }

    @Override
    public String kind() {
        return "nightly-refresh";
    }

    @Override
    public long history() {
        return 8 * Ticks.DAY;
    }

    @Override
    public void attack(Story story) {
        Person victim = story.member();
        Address source = story.hostile();
        String session = story.dice().guid();
        for (int night = 6; night >= 0; night--) {
            for (int turn = 0; turn < 3; turn++) {
                story.signIn(Stream.NON_INTERACTIVE, victim, Application.EXCHANGE, source,
                        atNight(story, victim, night, turn))
                        .on(Device.HOSTILE_LINUX).session(session).token("refreshToken");
            }
        }
        story.slow();
        story.note("one session is renewed around three at night from a rented server, for a week");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.member();
        String session = story.dice().guid();
        for (int night = 5; night >= 0; night--) {
            for (int turn = 0; turn < 3; turn++) {
                story.signIn(Stream.NON_INTERACTIVE, person, Application.EXCHANGE, person.home(),
                        atNight(story, person, night, turn)).session(session);
            }
        }
        story.slow();
        story.note("a night shift week, from home on the usual laptop");
    }
}
