/**
 * Runs the {@code .kqlspec} files below {@code src/test/resources/kql} in every configuration: page sizes, pushdown off,
 * storages that answer at random, and whatever {@link dev.harrier.kql.spec.SpecStorage} another test brings. How to write
 * a spec: {@code src/test/resources/kql/README.md}.
 */
package dev.harrier.kql.spec;
