package dev.harrier.sample.scenario;

import java.util.List;

import dev.harrier.sample.record.DirectoryChange;
import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.record.Stream;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Places;
import dev.harrier.sample.world.Resource;
import dev.harrier.sample.world.Ticks;
import dev.harrier.sample.world.Workload;

/** A person grants a stranger's application access; it signs in from a rented server. */
final class IllicitConsent implements Scenario {
    private static Workload stranger(Story story, String name) {
        return new Workload(0, story.dice().guid(), story.dice().guid(), name, story.dice().guid(), "",
                List.of(Address.NONE),
                List.of(Resource.GRAPH), 4 * Ticks.HOUR, false);
    }

    @Override
    public String kind() {
        return "illicit-consent";
    }

    @Override
    public long history() {
        return 3 * Ticks.DAY;
    }

    @Override
    public void attack(Story story) {
        Person victim = story.member();
        Workload app = stranger(story, "Mail Insights Pro");
        Address source = story.hostile();
        long at = story.between(50 * Ticks.HOUR, 40 * Ticks.HOUR);
        story.signIn(Stream.INTERACTIVE, victim, Application.MY_APPS, victim.home(), at).ends(Outcome.CONSENT_MISSING);
        story.change(at + Ticks.MINUTE, "Consent to application", "ApplicationManagement", victim, victim.home(),
                new DirectoryChange.Target("ServicePrincipal", app.servicePrincipalId(), app.name(), ""),
                new DirectoryChange.Property("ConsentContext.IsAdminConsent", "", "\"False\""),
                new DirectoryChange.Property(
                        "ConsentAction.Permissions", "", "\"Scope: Mail.Read offline_access User.Read\""));
        for (int turn = 0; turn < 8; turn++) {
            story.workload(app, source, at + 10 * Ticks.MINUTE + turn * 4 * Ticks.HOUR).to(Resource.GRAPH);
        }
        story.slow();
        story.note("consent by one person to an unknown application with mail access, then regular reads from abroad");
    }

    @Override
    public void lookAlike(Story story) {
        Person administrator = story.administrator();
        Workload app = stranger(story, "Quayside Scheduling");
        long at = story.between(30 * Ticks.HOUR, 26 * Ticks.HOUR);
        story.change(at, "Consent to application", "ApplicationManagement", administrator, administrator.office(),
                new DirectoryChange.Target("ServicePrincipal", app.servicePrincipalId(), app.name(), ""),
                new DirectoryChange.Property("ConsentContext.IsAdminConsent", "", "\"True\""));
        Address vendor = story.away(Places.CLOUD.get(0));
        for (int turn = 0; turn < 5; turn++) {
            story.workload(app, vendor, at + Ticks.HOUR + turn * 5 * Ticks.HOUR).to(Resource.GRAPH);
        }
        story.note("an administrator introduces a vendor's application; it runs in the vendor's cloud");
    }
}
