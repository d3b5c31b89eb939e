package space.opensensor.simulator;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs commands in this process and keeps what they print. */
final class Shell {

    final int status;
    final String out;
    final String err;

    private Shell(int status, String out, String err) {
        this.status = status;
        this.out = out;
        this.err = err;
    }

    static Shell run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        int status = Main.run(new PrintWriter(out), new PrintWriter(err), texts);
        return new Shell(status, out.toString(), err.toString());
    }

    /** Returns the last line on stdout. */
    String lastLine() {
        String[] lines = this.out.strip().split("\n");
        return lines[lines.length - 1];
    }

    @Override
    public String toString() {
        return "status " + this.status + "\n" + this.out + "\n" + this.err;
    }
}
