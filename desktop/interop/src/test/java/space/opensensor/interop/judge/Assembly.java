package space.opensensor.interop.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the cells of a column back into rows from repetition and definition levels: flat columns, and lists of primitives in the
 * three-level form (Parquet format, "Lists").
 */
public final class Assembly {

    private final List<String> rows;
    private final int maxRepetition;
    private final int maxDefinition;
    private final int emptyList;
    private List<String> list;

    /**
     * @param rows receives one cell for each row
     * @param optionalField whether the top-level field is OPTIONAL
     */
    public Assembly(List<String> rows, int maxRepetition, int maxDefinition, boolean optionalField) {
        if (maxRepetition > 1) {
            throw new IllegalArgumentException("lists of lists are not judged");
        }
        this.rows = rows;
        this.maxRepetition = maxRepetition;
        this.maxDefinition = maxDefinition;
        this.emptyList = optionalField ? 1 : 0;
    }

    /** @param cell of the value; not looked at where the definition level says there is none */
    public void add(int repetition, int definition, String cell) {
        String value = definition == maxDefinition ? cell : Cells.NULL;
        if (maxRepetition == 0) {
            rows.add(value);
            return;
        }
        if (repetition == 0) {
            end();
            if (definition < emptyList) {
                rows.add(Cells.NULL);
                return;
            }
            list = new ArrayList<>();
        }
        if (definition > emptyList) {
            list.add(value);
        }
    }

    /** Closes the last list; call once after the last value of the column. */
    public void end() {
        if (list != null) {
            rows.add(Cells.list(list));
            list = null;
        }
    }
}
