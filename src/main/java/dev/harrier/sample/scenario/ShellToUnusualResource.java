package dev.harrier.sample.scenario;

import java.util.List;

import dev.harrier.sample.record.Client;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Resource;
import dev.harrier.sample.world.Ticks;

/** The directory shell asks for tokens to something that is not the directory. */
final class ShellToUnusualResource implements Scenario {
    @Override
    public String kind() {
        return "shell-to-unusual-resource";
    }

    @Override
    public boolean lastHour() {
        return true;
    }

    @Override
    public void attack(Story story) {
        Person victim = story.member();
        Address source = story.hostile();
        long at = story.between(40 * Ticks.MINUTE, 12 * Ticks.MINUTE);
        for (Resource resource : List.of(Resource.KEY_VAULT, Resource.MANAGEMENT, Resource.STORAGE)) {
            story.intrusion(victim, Application.DIRECTORY_POWERSHELL, source, at).to(resource).with(Client.APP);
            at += 2 * Ticks.MINUTE;
        }
        story.note("the directory PowerShell client gets tokens for vault, management and storage");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.administrator();
        long at = story.between(45 * Ticks.MINUTE, 12 * Ticks.MINUTE);
        story.signIn(person, Application.DIRECTORY_POWERSHELL, person.office(), at).with(Client.APP);
        story.signIn(person, Application.DIRECTORY_POWERSHELL, person.office(), at + Ticks.MINUTE).to(Resource.GRAPH)
                .with(Client.APP);
        story.note("an administrator uses the directory shell for the directory");
    }
}
