package dev.harrier.sample.record;

import java.util.List;

import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/**
 * A change in the directory, as the audit log tells it.
 *
 * @param operation
 *            for example {@code Add service principal credentials}
 * @param category
 *            for example {@code ApplicationManagement}
 * @param initiator
 *            who did it
 * @param address
 *            from where
 */
public record DirectoryChange(String id, String correlationId, long ticks, String operation, String category,
        String verb, Person initiator, Address address, Target target, List<Property> properties)
        implements
            SampleEvent {

    /** What was changed; {@code type} is {@code User}, {@code ServicePrincipal}, {@code Application}, {@code Role}. */
    public record Target(String type, String id, String name, String upn) {
        public static Target of(Person person) {
            return new Target("User", person.id(), person.displayName(), person.upn());
        }
    }

    /** One changed property; values are JSON texts as in real records. */
    public record Property(String name, String before, String after) {}

    @Override
    public String table() {
        return "AuditLogs";
    }

    String time() {
        return Ticks.text(ticks);
    }
}
