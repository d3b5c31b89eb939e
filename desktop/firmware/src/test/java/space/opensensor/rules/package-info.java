/**
 * What a class file shows of the limits of the board, checked on every build.
 * <p>
 * One {@code …Rule} holds one limit. Its test applies it to the product and to a small class that breaks it: a rule that
 * rejects nothing proves nothing. These tests run on a JDK only; the portable ones are in {@code src/test/java}.
 */
package space.opensensor.rules;
