/** JMH benchmarks that put the libraries beside others in one run; {@code docs/performance.md} says how to run them. */
package space.opensensor.bench;
