/**
 * Independent readers of Parquet files, each behind {@link space.opensensor.interop.judge.Judge}: they share no code with the
 * writer under test, and every one of them returns the same canonical text for the same value.
 */
package space.opensensor.interop.judge;
