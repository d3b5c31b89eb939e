package space.opensensor.interop.sample;

import java.util.ArrayList;
import java.util.List;
import space.opensensor.interop.judge.Cells;

/**
 * A column of a {@link Sample}.
 *
 * @param precision digits of a decimal, else 0
 * @param scale of a decimal, else 0
 * @param length bytes of a FIXED_LEN_BYTE_ARRAY, else 0
 * @param utc whether a time is in UTC, else local
 */
public record Field(String name, Kind kind, Repetition repetition, int precision, int scale, int length, boolean utc) {

    /** A field of a kind that needs neither precision nor length; times are in UTC. */
    public static Field of(String name, Kind kind, Repetition repetition) {
        return new Field(name, kind, repetition, 0, 0, 0, true);
    }

    /** @param value as {@link Kind} says, a List of these for a list, or null */
    public String cell(Object value) {
        if (!(value instanceof List<?> list)) {
            return kind.cell(value, scale);
        }
        List<String> cells = new ArrayList<>();
        for (Object element : list) {
            cells.add(kind.cell(element, scale));
        }
        return Cells.list(cells);
    }
}
