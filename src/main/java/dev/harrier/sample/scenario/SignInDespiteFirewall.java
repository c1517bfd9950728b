package dev.harrier.sample.scenario;

import java.util.Map;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** The firewall turns an address away, and it signs in here. */
final class SignInDespiteFirewall implements Scenario {
    private static void denied(Story story, Address source, int port, long at) {
        story.row("CommonSecurityLog", "DeviceExternalID", at, Map.ofEntries(Map.entry("DeviceVendor", "Cisco"),
                Map.entry("DeviceProduct", "ASA"), Map.entry("DeviceAction", "denied"),
                Map.entry("DeviceEventClassID", "106023"),
                Map.entry("DeviceName", "TF-FW-01"), Map.entry("Computer", "TF-LOG-01"),
                Map.entry("SourceIP", source.ip()),
                Map.entry("SourcePort", 40_000 + port % 999), Map.entry("DestinationIP", "203.0.113.10"),
                Map.entry("DestinationPort", port), Map.entry("Protocol", "TCP"), Map.entry("LogSeverity", "4"),
                Map.entry("Message",
                        "Deny tcp src outside:" + source.ip() + " dst inside:203.0.113.10 by access-group")));
    }

    @Override
    public String kind() {
        return "sign-in-despite-firewall";
    }

    @Override
    public void attack(Story story) {
        Address source = story.hostile();
        Person victim = story.member();
        long at = story.between(18 * Ticks.HOUR, 2 * Ticks.HOUR);
        for (int turn = 0; turn < 6; turn++) {
            denied(story, source, 20 + turn * 100, at + turn * Ticks.SECOND);
        }
        story.intrusion(victim, Application.OFFICE_HOME, source, at + 15 * Ticks.MINUTE).ends(Outcome.MFA_REQUIRED);
        story.intrusion(victim, Application.OFFICE_HOME, source, at + 16 * Ticks.MINUTE);
        story.note("port scans are denied at the edge, then the same address signs in");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.member();
        long at = story.between(16 * Ticks.HOUR, 2 * Ticks.HOUR);
        denied(story, person.home(), 3389, at);
        denied(story, person.home(), 3389, at + Ticks.SECOND);
        story.signIn(person, Application.OFFICE_HOME, person.home(), at + 4 * Ticks.MINUTE);
        story.note("somebody tries remote desktop without the VPN, then remembers");
    }
}
