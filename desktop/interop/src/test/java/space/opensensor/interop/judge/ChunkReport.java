package space.opensensor.interop.judge;

import java.util.Set;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;

/**
 * One column chunk as found in a file.
 *
 * @param column name of the top-level field
 * @param type physical type, as parquet.thrift names it
 * @param logicalType {@code NONE}, or the name of the member of LogicalType with its parameters
 * @param repetition {@code REQUIRED}, {@code OPTIONAL}, or {@code X list of Y}
 * @param encodings of the data pages
 * @param pageVersions 1, 2
 * @param pages number of data pages
 * @param dictionary whether the chunk has a dictionary page
 * @param crc whether every page has a checksum
 * @param statistics whether the chunk has a minimum
 */
public record ChunkReport(String column, String type, String logicalType, String repetition, String codec,
        Set<String> encodings, Set<Integer> pageVersions, int pages, boolean dictionary, boolean crc, boolean statistics,
        boolean columnIndex, boolean bloomFilter) {

    /** @return for example {@code TIMESTAMP(MILLIS,utc)} */
    static String logicalType(SchemaElement leaf) {
        if (!leaf.isSetLogicalType()) {
            return "NONE";
        }
        LogicalType type = leaf.getLogicalType();
        if (type.isSetTIMESTAMP()) {
            return "TIMESTAMP(" + type.getTIMESTAMP().getUnit().getSetField().name() + ","
                    + (type.getTIMESTAMP().isIsAdjustedToUTC() ? "utc" : "local") + ")";
        }
        if (type.isSetTIME()) {
            return "TIME(" + type.getTIME().getUnit().getSetField().name() + ","
                    + (type.getTIME().isIsAdjustedToUTC() ? "utc" : "local") + ")";
        }
        if (type.isSetINTEGER()) {
            return "INTEGER(" + type.getINTEGER().getBitWidth() + "," + (type.getINTEGER().isIsSigned() ? "signed" : "unsigned")
                    + ")";
        }
        return type.getSetField().name();
    }
}
