package dev.harrier.access;

import java.util.Optional;
import java.util.Set;

/**
 * Who sends a request, and what they may do.
 *
 * @param name for people to read, as the audit shows it
 * @param workspace the one workspace that the roles are for; empty for all
 */
public record Caller(String name, Optional<String> workspace, Set<Role> roles) {
    /** Anybody, where access is open. */
    static final Caller EVERYBODY = new Caller("anonymous", Optional.empty(), Set.of(Role.ADMIN));
    /** Anybody, where it is not. */
    static final Caller NOBODY = new Caller("anonymous", Optional.empty(), Set.of());

    public Caller {
        roles = Set.copyOf(roles);
    }

    /**
     * Whether the caller may do what the role is needed for.
     *
     * @param inWorkspace where, or {@code null} for what concerns all workspaces
     */
    public boolean may(Role needed, String inWorkspace) {
        boolean here = workspace.isEmpty() || workspace.get().equals(inWorkspace);
        return here && mayAnywhere(needed);
    }

    /** Whether the caller may do so in some workspace. */
    boolean mayAnywhere(Role needed) {
        return roles.stream().anyMatch(role -> role.includes(needed));
    }
}
