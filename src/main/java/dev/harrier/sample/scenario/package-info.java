/**
 * The labelled stories in the sample data: every kind of attack, and for each a benign look-alike, one file per kind.
 *
 * <pre>
 * {@link dev.harrier.sample.scenario.Plan} ──► {@link dev.harrier.sample.scenario.Scenario} tells a {@link dev.harrier.sample.scenario.Story} ──► events + {@link dev.harrier.sample.scenario.Incident}
 * </pre>
 *
 * To add a kind: write a class that implements {@link dev.harrier.sample.scenario.Scenario}, with an attack and a
 * look-alike that a careless rule would confuse with it, and add it to {@link dev.harrier.sample.scenario.Scenarios}.
 * Place events before {@code story.now()}, the moment at which a rule should see it; never use a clock or a random
 * number other than the story's.
 */
package dev.harrier.sample.scenario;
