/** Test data with its expected values: schemas over every type, seeded random values, and writers of files of other makes. */
package space.opensensor.interop.sample;
