/** The firmware's own main class in real time on a JDK, over doubles of the platform and the mocks of the Simulator. */
package space.opensensor.simulator.board;
