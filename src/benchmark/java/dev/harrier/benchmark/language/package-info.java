/**
 * The language by itself: parsing and binding as JMH benchmarks, and {@link dev.harrier.benchmark.language.Kernels}, a
 * table of how fast the operators are over a million rows in memory. To add a kernel, add a line to its list.
 */
package dev.harrier.benchmark.language;
