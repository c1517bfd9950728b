package dev.harrier.sample.scenario;

import java.util.List;
import java.util.Map;

import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** A tool that imitates a browser badly. */
final class MalformedUserAgent implements Scenario {
    @Override
    public String kind() {
        return "malformed-user-agent";
    }

    @Override
    public void attack(Story story) {
        Person victim = story.member();
        Address source = story.hostile();
        long at = story.between(20 * Ticks.HOUR, Ticks.HOUR);
        for (String agent : List.of("User-Agent: Mozilla/5.0 (Windows NT 10.0)",
                "Mozilla/4.0 (Compatible; MSIE 8.0; Windows NT 6.1)",
                "mozilla/5.0 (Windows NT 6.1; Win64; x64)", "Mozilla/5.0 (compatible; MSIE; Windows NT 6.0)")) {
            story.intrusion(victim, Application.OFFICE_HOME, source, at).userAgent(agent);
            at += 3 * Ticks.MINUTE;
        }
        story.row("W3CIISLog", "", at, Map.of("cIP", source.ip(), "csUserName", "-", "csUserAgent",
                "Mozilla/4.0+(Compatible;+MSIE+8.0)", "csMethod", "GET", "csUriStem", "/adfs/ls", "sSiteName",
                "Default Web Site",
                "Computer", "TF-WEB-01", "scStatus", "200", "sIP", "10.20.0.11", "sPort", 443));
        story.note("sign-ins with user agents that no browser sends");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.member();
        for (int turn = 0; turn < 4; turn++) {
            story.signIn(person, Application.OFFICE_HOME, person.office(), story.ago((1 + 4 * turn) * Ticks.HOUR))
                    .userAgent("TidewaterMonitor/1.4 (synthetic check)");
        }
        story.note("the company's own availability check, with an unusual but well-formed user agent");
    }
}
