package dev.harrier.sample.scenario;

import java.util.Map;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Device;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** An address that fails here opens the AWS console. */
final class AwsConsoleAfterFailures implements Scenario {
    private static void console(Story story, Address source, Person person, long at) {
        story.row("AWSCloudTrail", "AwsEventId", at, Map.ofEntries(Map.entry("EventName", "ConsoleLogin"),
                Map.entry("EventSource", "signin.amazonaws.com"), Map.entry("EventTypeName", "AwsConsoleSignIn"),
                Map.entry("AWSRegion", "eu-west-1"), Map.entry("SourceIpAddress", source.ip()),
                Map.entry("UserAgent", Device.HOSTILE_BROWSER.userAgent()), Map.entry("UserIdentityType", "IAMUser"),
                Map.entry("UserIdentityUserName", person.upn()),
                Map.entry("ResponseElements", "{\"ConsoleLogin\":\"Success\"}"),
                Map.entry("AdditionalEventData", "{\"MFAUsed\":\"No\",\"MobileVersion\":\"No\"}"),
                Map.entry("RecipientAccountId", "210987654321"), Map.entry("SourceSystem", "Aws")));
    }

    @Override
    public String kind() {
        return "aws-console-after-failures";
    }

    @Override
    public void attack(Story story) {
        Address source = story.hostile();
        long at = Failures.guess(story, source);
        console(story, source, story.member(), at + 12 * Ticks.MINUTE);
        story.note("nine failures here, then the AWS console opens for the same address");
    }

    @Override
    public void lookAlike(Story story) {
        Person engineer = story.member();
        long at = story.between(18 * Ticks.HOUR, 2 * Ticks.HOUR);
        story.signIn(engineer, Application.AWS, engineer.home(), at).ends(Outcome.INVALID_PASSWORD);
        story.signIn(engineer, Application.AWS, engineer.home(), at + Ticks.MINUTE);
        console(story, engineer.home(), engineer, at + 3 * Ticks.MINUTE);
        story.note("an engineer mistypes once at home and goes on to the AWS console");
    }
}
