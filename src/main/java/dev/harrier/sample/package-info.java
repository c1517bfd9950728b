/**
 * Seeded, labelled sample data: sign-ins of all four streams, directory changes and rows of companion tables, with
 * attacks, harmless look-alikes, and the truth about both.
 *
 * <pre>
 * {@link dev.harrier.sample.SampleOptions} ─► {@link dev.harrier.sample.world.SampleWorld} ─► {@link dev.harrier.sample.scenario.Plan} (stories)  ┐
 *                                   └─► {@link dev.harrier.sample.Background} (habits) ┴─► {@link dev.harrier.sample.SampleData} ─► {@link dev.harrier.sample.SampleSink}
 * </pre>
 *
 * The same options give the same bytes. Memory is bounded: the background is made slice by slice, and stories are few
 * whatever the size. To add a kind of attack, see {@link dev.harrier.sample.scenario}; to add background rows for
 * another table, see {@link dev.harrier.sample.CompanionTraffic}.
 */
package dev.harrier.sample;
