package dev.harrier.sample.scenario;

import dev.harrier.sample.record.Client;
import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.record.SignIn;
import dev.harrier.sample.record.Stream;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Device;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** The victim types a code that an attacker asked for. */
final class DeviceCodePhishing implements Scenario {
    @Override
    public String kind() {
        return "device-code-phishing";
    }

    @Override
    public void attack(Story story) {
        Person victim = story.member();
        Address source = story.hostile();
        long at = story.between(18 * Ticks.HOUR, 2 * Ticks.HOUR);
        for (int turn = 0; turn < 4; turn++) {
            story.signIn(Stream.INTERACTIVE, victim, Application.AZURE_CLI, source, at + turn * Ticks.MINUTE)
                    .on(Device.SCRIPT).with(Client.APP).protocol("deviceCode").transfer("deviceCodeFlow").strong(false)
                    .ends(Outcome.CODE_PENDING);
        }
        SignIn granted = story.signIn(Stream.INTERACTIVE, victim, Application.AZURE_CLI, source, at + 5 * Ticks.MINUTE)
                .on(Device.SCRIPT).with(Client.APP).protocol("deviceCode").transfer("deviceCodeFlow").strong(true);
        for (int turn = 1; turn < 6; turn++) {
            story.signIn(Stream.NON_INTERACTIVE, victim, Application.AZURE_CLI, source,
                    at + (5 + 9 * turn) * Ticks.MINUTE)
                    .on(Device.SCRIPT).session(granted.sessionIdentifier()).token("refreshToken")
                    .transfer("deviceCodeFlow");
        }
        story.note("a code from a mail is entered by the victim; the attacker's command line receives the session");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.administrator();
        long at = story.between(16 * Ticks.HOUR, 2 * Ticks.HOUR);
        story.signIn(Stream.INTERACTIVE, person, Application.AZURE_CLI, person.office(), at).with(Client.APP)
                .protocol("deviceCode").transfer("deviceCodeFlow").ends(Outcome.CODE_PENDING);
        story.signIn(Stream.INTERACTIVE, person, Application.AZURE_CLI, person.office(), at + Ticks.MINUTE)
                .with(Client.APP)
                .protocol("deviceCode").transfer("deviceCodeFlow").strong(true);
        story.note("an engineer signs a server without a browser in, from the office");
    }
}
