package dev.harrier.sample.scenario;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** An address that fails here gets onto servers. */
final class HostLogonAfterFailures implements Scenario {
    @Override
    public String kind() {
        return "host-logon-after-failures";
    }

    @Override
    public void attack(Story story) {
        Address source = story.hostile();
        long at = Failures.guess(story, source);
        Hosts.secureShell(story, "TF-LNX-07", "Accepted password for deploy from " + source.ip() + " port 51344 ssh2",
                at + 9 * Ticks.MINUTE);
        Hosts.windows(story, 4624, source, "deploy", at + 15 * Ticks.MINUTE);
        story.note("nine failures here, then logons on a Linux and a Windows server from the same address");
    }

    @Override
    public void lookAlike(Story story) {
        Person administrator = story.administrator();
        long at = story.between(16 * Ticks.HOUR, 2 * Ticks.HOUR);
        story.signIn(administrator, Application.PORTAL, administrator.home(), at).ends(Outcome.INVALID_PASSWORD);
        story.signIn(administrator, Application.PORTAL, administrator.home(), at + Ticks.MINUTE);
        Hosts.windows(story, 4624, administrator.home(), "admin", at + 6 * Ticks.MINUTE);
        story.note("an administrator mistypes once and then works on a server from home");
    }
}
