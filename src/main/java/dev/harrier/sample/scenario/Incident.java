package dev.harrier.sample.scenario;

import java.time.Instant;
import java.util.List;

/**
 * The truth about one story in the sample data.
 *
 * @param kind
 *            the scenario's name
 * @param id
 *            {@code kind-attack-3}, unique
 * @param label
 *            attack or benign
 * @param tables
 *            where its events are
 * @param asOf
 *            a rule that looks back from this moment over its own period sees the whole of it
 * @param eventIds
 *            ids of its events in order of time; an id occurs as often as events carry it
 * @param events
 *            how many events it has, those of tables without an id column included
 * @param slow
 *            spread over days on purpose
 * @param note
 *            what happened, for people
 */
public record Incident(String kind, String id, Label label, List<String> tables, Entities entities, Instant start,
        Instant end, Instant asOf, List<String> eventIds, int events, boolean slow, String note) {

    public enum Label {
        ATTACK, BENIGN
    }

    /** Who and what takes part; sorted and without repeats. */
    public record Entities(List<String> users, List<String> ips, List<String> apps, List<String> servicePrincipals) {}
}
