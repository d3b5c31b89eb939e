package space.opensensor.simulator.convert;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;
import space.opensensor.parquet.ParquetWriter;

/** UUIDs in their text form (RFC 9562, section 4). */
final class Uuids {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Uuids() {
    }

    static boolean set(ParquetWriter writer, int column, String text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        UUID uuid = UUID.fromString(text);
        byte[] bytes = ByteBuffer.allocate(16).putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits()).array();
        writer.setBytes(column, bytes, 0, bytes.length);
        return true;
    }
}
