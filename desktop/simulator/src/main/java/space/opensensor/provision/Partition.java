package space.opensensor.provision;

/**
 * One partition of the flash.
 *
 * @param name at most 15 characters.
 * @param type 0 app, 1 data, or another number up to 0xFE.
 * @param subtype of the type.
 * @param offset from the start of the flash, bytes.
 * @param size bytes.
 * @param encrypted whether flash encryption covers it, if that is on; apps are covered always.
 */
public record Partition(String name, int type, int subtype, int offset, int size, boolean encrypted) {

    static final int APP = 0;
    static final int DATA = 1;

    /** @return the offset behind it. */
    int end() {
        return offset() + size();
    }
}
