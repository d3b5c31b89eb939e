package space.opensensor.rules;

import java.io.File;

/** Every package says in package-info.java what it is for. It looks at sources: a class file shows no comment. */
final class PackageInfoRule {

    private PackageInfoRule() {
    }

    /** @return findings for the packages below a source folder. */
    static Findings of(File sources) {
        Findings findings = new Findings("Every package has package-info.java",
                "say what the package is for and what it may use.");
        check(sources, findings);
        return findings;
    }

    private static void check(File folder, Findings findings) {
        boolean hasTypes = false;
        boolean hasInfo = false;
        for (File file : folder.listFiles()) {
            if (file.isDirectory()) {
                check(file, findings);
            } else if (file.getName().equals("package-info.java")) {
                hasInfo = true;
            } else if (file.getName().endsWith(".java")) {
                hasTypes = true;
            }
        }
        if (hasTypes && !hasInfo) {
            findings.add(folder.getName(), "no package-info.java");
        }
    }
}
