package space.opensensor.rules;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The {@code *.list} files that tell the MicroEJ linker which names and resources to embed; {@code #} starts a comment. */
final class ListFiles {

    private ListFiles() {
    }

    /** @param suffix such as {@code .types.list}. @return the entries of all files in a folder whose names end so. */
    static Set<String> entries(File folder, String suffix) {
        Set<String> entries = new TreeSet<String>();
        File[] files = folder.listFiles();
        Arrays.sort(files);
        for (File file : files) {
            if (file.getName().endsWith(suffix)) {
                entries.addAll(lines(file));
            }
        }
        return entries;
    }

    static List<String> lines(File file) {
        List<String> lines = new ArrayList<String>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new FileInputStream(file), "UTF-8"))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.trim().isEmpty() && !line.startsWith("#")) {
                    lines.add(line.trim());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
        return lines;
    }
}
