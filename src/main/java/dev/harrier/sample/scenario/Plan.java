package dev.harrier.sample.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.harrier.sample.record.SampleEvent;
import dev.harrier.sample.world.Dice;
import dev.harrier.sample.world.SampleWorld;
import dev.harrier.sample.world.Ticks;

/**
 * All stories of one world, told in advance: their events in order of time, and the truth about them. Small whatever
 * the size of the data, since the number of stories is bounded.
 *
 * @param events
 *            labelled events and the ordinary ones that stories need around them
 */
public record Plan(List<SampleEvent> events, List<Incident> incidents) {

    /**
     * @param attacks
     *            instances of each kind of attack; half as many look-alikes, but at least one
     */
    public static Plan of(SampleWorld world, int attacks) {
        Cast cast = new Cast(world);
        List<SampleEvent> events = new ArrayList<>();
        List<Incident> incidents = new ArrayList<>();
        for (Scenario scenario : Scenarios.ALL) {
            for (int number = 0; number < attacks; number++) {
                Story story = story(scenario, Incident.Label.ATTACK, number, attacks, world, cast);
                scenario.attack(story);
                events.addAll(story.events());
                incidents.add(story.incident());
            }
            int benign = Math.max(1, attacks / 2);
            for (int number = 0; number < benign; number++) {
                Story story = story(scenario, Incident.Label.BENIGN, number, benign, world, cast);
                scenario.lookAlike(story);
                events.addAll(story.events());
                incidents.add(story.incident());
            }
        }
        events.sort(Comparator.comparingLong(SampleEvent::ticks));
        return new Plan(List.copyOf(events), List.copyOf(incidents));
    }

    private static Story story(Scenario scenario, Incident.Label label, int number, int count, SampleWorld world,
            Cast cast) {
        Dice dice = new Dice(world.seed(), "when " + scenario.kind() + label, number);
        return new Story(scenario.kind(), label, number, world, cast, moment(scenario, number, count, world, dice));
    }

    /** The first attack ends now, the second within the last day, the others spread over the days before. */
    private static long moment(Scenario scenario, int number, int count, SampleWorld world, Dice dice) {
        long earliest = Math.min(world.start() + scenario.history(), world.end() - 3 * Ticks.HOUR);
        if (number == 0 || number == 1 && scenario.lastHour()) {
            return world.end();
        }
        if (number == 1) {
            return dice.between(Math.max(earliest, world.end() - 4 * Ticks.HOUR), world.end() - 90 * Ticks.MINUTE);
        }
        long room = world.end() - 6 * Ticks.HOUR - earliest;
        if (room <= 0) {
            return dice.between(Math.min(earliest, world.end() - 3 * Ticks.HOUR), world.end() - Ticks.HOUR);
        }
        long part = room / Math.max(1, count - 2);
        return earliest + part * (number - 2) + dice.between(0, part);
    }
}
