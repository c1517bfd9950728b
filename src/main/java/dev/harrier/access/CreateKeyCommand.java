package dev.harrier.access;

import dev.harrier.engine.RunningDatabase;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Makes an API key from the command line, which is how the first one of a production service comes to be:
 * {@code create-key --name NAME --roles ROLE[,ROLE] [--workspace SLUG] [--expires TIME]}. The service must be running
 * (or its database be configured), the key works at once.
 */
public final class CreateKeyCommand {
    private static final String USAGE = """
            usage: create-key --name NAME --roles ROLE[,ROLE...] [--workspace SLUG] [--expires 2027-01-01T00:00:00Z]
            roles: reader, ingestor, contributor, responder, admin
            Without --workspace the key is for all workspaces. Run it in the folder in which the service runs, or with
            the same settings (harrier.data-dir, quarkus.datasource.*).""";

    private String name;
    private Set<Role> roles = EnumSet.noneOf(Role.class);
    private String workspace;
    private Instant expires;

    private CreateKeyCommand() {}

    /** @return the exit code: 0 if the key was made and printed */
    public static int run(String[] arguments, Optional<RunningDatabase> database, PrintStream out) {
        CreateKeyCommand command = new CreateKeyCommand();
        try {
            command.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            out.println(USAGE);
            return 2;
        }
        if (database.isEmpty()) {
            out.println("No database is running: start the service first, then make keys beside it.");
            return 1;
        }
        try (Connection connection = database.get().connect()) {
            String key = ApiKeys.newKey();
            ApiKeys.insert(connection, key, command.name, Optional.ofNullable(command.workspace), command.roles,
                    Optional.ofNullable(command.expires));
            out.println(key);
            return 0;
        } catch (SQLException failed) {
            out.println("The key cannot be stored: " + failed.getMessage());
            return 1;
        }
    }

    private void parse(String[] arguments) {
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException("'" + arguments[i] + "' needs a value");
            }
            set(arguments[i], arguments[i + 1]);
        }
        if (name == null || roles.isEmpty()) {
            throw new IllegalArgumentException("--name and --roles are needed");
        }
    }

    private void set(String option, String value) {
        switch (option) {
            case "--name" -> name = value;
            case "--workspace" -> workspace = value;
            case "--roles" -> {
                for (String keyword : value.split(",")) {
                    roles.add(Role.named(keyword.strip()).orElseThrow(
                            () -> new IllegalArgumentException("'" + keyword.strip() + "' is not a role")));
                }
            }
            case "--expires" -> {
                try {
                    expires = Instant.parse(value);
                } catch (DateTimeParseException e) {
                    throw new IllegalArgumentException("'" + value + "' is not a time such as 2027-01-01T00:00:00Z");
                }
            }
            default -> throw new IllegalArgumentException("'" + option + "' is not an option");
        }
    }
}
