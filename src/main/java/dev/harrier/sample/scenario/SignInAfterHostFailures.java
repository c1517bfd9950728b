package dev.harrier.sample.scenario;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** An address that failed on servers comes here. */
final class SignInAfterHostFailures implements Scenario {
    @Override
    public String kind() {
        return "sign-in-after-host-failures";
    }

    @Override
    public void attack(Story story) {
        Address source = story.hostile();
        Person victim = story.member();
        long at = story.between(18 * Ticks.HOUR, 3 * Ticks.HOUR);
        for (int turn = 0; turn < 9; turn++) {
            Hosts.windows(story, 4625, source, "administrator", at + turn * 20 * Ticks.SECOND);
            Hosts.secureShell(story, "TF-LNX-03", "Failed password for root from " + source.ip() + " port 40022 ssh2",
                    at + turn * 25 * Ticks.SECOND);
        }
        story.intrusion(victim, Application.OFFICE_HOME, source, at + 10 * Ticks.MINUTE).ends(Outcome.INVALID_PASSWORD);
        story.intrusion(victim, Application.OFFICE_HOME, source, at + 11 * Ticks.MINUTE).ends(Outcome.MFA_REQUIRED);
        story.intrusion(victim, Application.OFFICE_HOME, source, at + 12 * Ticks.MINUTE);
        story.note("eighteen failed logons on servers, then sign-ins here from the same address");
    }

    @Override
    public void lookAlike(Story story) {
        Person administrator = story.administrator();
        long at = story.between(16 * Ticks.HOUR, 3 * Ticks.HOUR);
        Address inside = new Address("10.20.4." + (10 + story.dice().below(200)), administrator.office().place(), 0,
                "");
        for (int turn = 0; turn < 9; turn++) {
            Hosts.windows(story, 4625, inside, "svc-backup", at + turn * 5 * Ticks.MINUTE);
        }
        story.signIn(administrator, Application.PORTAL, administrator.office(), at + 50 * Ticks.MINUTE);
        story.note("a backup job uses an old password inside the network; an administrator signs in and repairs it");
    }
}
