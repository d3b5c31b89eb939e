package space.opensensor.xtensa;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the input of {@link WindowCost} of a CSV file: a time in milliseconds and nine numbers a line, or nothing. */
public final class WindowFile {

    private WindowFile() {
    }

    /** Arguments: the CSV file and the file to make. */
    public static void main(String[] arguments) throws IOException {
        ByteBuffer rows = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            if (!line.startsWith("#") && !line.startsWith("timestamp")) {
                String[] cells = line.split(",", -1);
                rows.putLong(Long.parseLong(cells[0]));
                for (int i = 1; i < cells.length; i++) {
                    rows.putFloat(cells[i].isEmpty() ? Float.NaN : Float.parseFloat(cells[i]));
                }
            }
        }
        byte[] bytes = new byte[rows.position()];
        rows.flip().get(bytes);
        Files.write(Path.of(arguments[1]), bytes);
    }
}
