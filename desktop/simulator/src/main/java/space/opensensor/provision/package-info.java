/**
 * What is flashed besides the firmware, made on a desktop: the partition table of ESP-IDF and the image of its NVS, plain
 * or encrypted, from a file of settings that the firmware's own checks have passed.
 */
package space.opensensor.provision;
