/**
 * The fictional tenant that sample events come from: people with homes, offices, devices, trips and working hours;
 * service principals and managed identities with a fixed cadence; applications, resources and networks. Everything
 * follows from a seed and a size.
 *
 * <p>
 * Addresses come only from ranges that belong to nobody (documentation, benchmark and carrier-grade NAT ranges), and
 * autonomous systems from the private and documentation numbers; where an event happened is said by the record itself,
 * as in real records. To add an application, add it to {@link dev.harrier.sample.world.Application}; to add a city, add
 * it to {@link dev.harrier.sample.world.Places}.
 */
package dev.harrier.sample.world;
