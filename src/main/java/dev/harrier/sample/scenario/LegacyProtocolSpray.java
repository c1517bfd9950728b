package dev.harrier.sample.scenario;

import java.util.List;

import dev.harrier.sample.record.Client;
import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Device;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** Guesses over mail protocols that cannot ask for a second factor. */
final class LegacyProtocolSpray implements Scenario {
    @Override
    public String kind() {
        return "legacy-protocol-spray";
    }

    @Override
    public void attack(Story story) {
        List<Address> sources = story.hostile(3);
        List<Person> targets = story.members(15);
        long at = story.between(16 * Ticks.HOUR, 4 * Ticks.HOUR);
        List<Client> clients = List.of(Client.IMAP, Client.SMTP, Client.POP);
        for (int turn = 0; turn < targets.size(); turn++) {
            at += story.dice().between(Ticks.MINUTE, 6 * Ticks.MINUTE);
            story.intrusion(targets.get(turn), Application.EXCHANGE, sources.get(turn % 3), at).on(Device.MAIL_CLIENT)
                    .with(clients.get(turn % 3)).protocol("ropc").ends(Outcome.INVALID_PASSWORD);
        }
        story.intrusion(targets.get(4), Application.EXCHANGE, sources.get(1), at + Ticks.MINUTE).on(Device.MAIL_CLIENT)
                .with(Client.IMAP).protocol("ropc");
        story.note("mail protocols tried for 15 accounts; one opens with a password alone");
    }

    @Override
    public void lookAlike(Story story) {
        Person owner = story.member();
        for (int turn = 0; turn < 8; turn++) {
            story.signIn(owner, Application.EXCHANGE, owner.office(), story.ago((turn + 1) * 2 * Ticks.HOUR))
                    .on(Device.MAIL_CLIENT).with(Client.SMTP).protocol("ropc");
        }
        story.note("a scanner in the office mails its scans over authenticated SMTP");
    }
}
