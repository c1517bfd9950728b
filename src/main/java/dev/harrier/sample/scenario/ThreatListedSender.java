package dev.harrier.sample.scenario;

import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** An account whose address is a known sender of phishing signs in. */
final class ThreatListedSender implements Scenario {
    @Override
    public String kind() {
        return "threat-listed-sender";
    }

    @Override
    public long history() {
        return 7 * Ticks.DAY;
    }

    @Override
    public boolean lastHour() {
        return true;
    }

    @Override
    public void attack(Story story) {
        Person partner = story.guest();
        Indicators.sender(story, partner.upn(), true, story.ago(2 * Ticks.DAY));
        Address source = story.hostile();
        for (int turn = 0; turn < 2; turn++) {
            story.intrusion(partner, Application.SHAREPOINT, source,
                    story.between(40 * Ticks.MINUTE, 4 * Ticks.MINUTE));
        }
        story.note("a partner's mailbox sends phishing, says an active indicator; the same account opens shared files");
    }

    @Override
    public void lookAlike(Story story) {
        Person partner = story.guest();
        Indicators.sender(story, partner.upn(), false, story.ago(5 * Ticks.DAY));
        story.signIn(partner, Application.SHAREPOINT, partner.home(),
                story.between(40 * Ticks.MINUTE, 4 * Ticks.MINUTE));
        story.note("the partner's mailbox was cleaned and the indicator withdrawn");
    }
}
