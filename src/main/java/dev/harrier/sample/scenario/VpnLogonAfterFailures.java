package dev.harrier.sample.scenario;

import java.util.Map;

import dev.harrier.sample.record.Client;
import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** An address that fails here gets into the VPN. */
final class VpnLogonAfterFailures implements Scenario {
    private static void tunnel(Story story, Address source, Person person, long at) {
        story.row("CommonSecurityLog", "DeviceExternalID", at, Map.ofEntries(
                Map.entry("DeviceVendor", "Palo Alto Networks"),
                Map.entry("DeviceProduct", "PAN-OS"), Map.entry("DeviceEventClassID", "globalprotect"),
                Map.entry("Activity", "GLOBALPROTECT"), Map.entry("DeviceName", "TF-VPN-01"),
                Map.entry("Computer", "TF-LOG-01"),
                Map.entry("SourceIP", source.ip()), Map.entry("SourceUserName", person.upn()),
                Map.entry("Message", "GlobalProtect gateway user authentication succeeded. Login from: " + source.ip()
                        + ", Source region: " + source.place().country() + ", User name: " + person.upn()
                        + ", Client OS version: Microsoft Windows 10 Pro")));
    }

    @Override
    public String kind() {
        return "vpn-logon-after-failures";
    }

    @Override
    public void attack(Story story) {
        Address source = story.hostile();
        Person victim = story.member();
        long at = Failures.guess(story, source);
        tunnel(story, source, victim, at + 8 * Ticks.MINUTE);
        story.note("nine failures here, then the VPN lets the same address in");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.member();
        long at = story.between(16 * Ticks.HOUR, 2 * Ticks.HOUR);
        for (int turn = 0; turn < 3; turn++) {
            story.signIn(person, Application.OFFICE_HOME, person.home(), at + turn * Ticks.MINUTE)
                    .ends(Outcome.INVALID_PASSWORD);
        }
        tunnel(story, person.home(), person, at + 10 * Ticks.MINUTE);
        story.note("somebody forgot the new password, remembers it, and dials in from home");
    }
}
