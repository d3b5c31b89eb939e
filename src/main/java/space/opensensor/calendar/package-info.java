/** The UTC calendar: days and times of the proleptic Gregorian calendar, without the platform's Calendar and Date. */
package space.opensensor.calendar;
