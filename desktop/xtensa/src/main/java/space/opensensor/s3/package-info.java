/** What the programs compiled ahead of time do inside the product's package of this name. */
package space.opensensor.s3;
