package dev.harrier.sample.scenario;

import java.util.Map;

import dev.harrier.sample.record.CompanionRow;
import dev.harrier.sample.world.Ticks;

/** Entries of the threat list. */
final class Indicators {
    private Indicators() {}

    static void address(Story story, String ip, boolean active, long at) {
        indicator(story, active, at).with("NetworkIP", ip).with("ThreatType", "Botnet").with("Description",
                "Address used in password attacks");
    }

    static void sender(Story story, String mail, boolean active, long at) {
        indicator(story, active, at).with("EmailSenderAddress", mail).with("ThreatType", "Phishing").with("Description",
                "Mailbox used for phishing");
    }

    private static CompanionRow indicator(Story story, boolean active, long at) {
        return story.row("ThreatIntelligenceIndicator", "IndicatorId", at,
                Map.of("Active", active, "Action", "alert", "ConfidenceScore", 85.0, "ExpirationDateTime",
                        Ticks.text(story.now() + 60 * Ticks.DAY) + "Z", "IndicatorProvider", "Harbour threat exchange",
                        "ThreatSeverity", 3, "TrafficLightProtocolLevel", "amber", "SourceSystem", "SecurityGraph"));
    }
}
