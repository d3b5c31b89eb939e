/** What the simulated station measures: recorded or synthetic series, and the clock that drives them. */
package space.opensensor.simulator.sensors;
