/**
 * Whatever takes long, as one resource: its state, its result, and a way to cancel it. Operations live in the memory of
 * the instance that runs them and are forgotten some time after they ended.
 */
package dev.harrier.operation;
