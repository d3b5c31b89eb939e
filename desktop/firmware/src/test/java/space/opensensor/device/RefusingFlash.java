package space.opensensor.device;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import space.opensensor.spool.Flash;

/** A flash that refuses to be written, while a test says so. */
final class RefusingFlash implements InvocationHandler {

    /** Whether it refuses. */
    boolean refuses;

    private final Flash real;

    /** @param real does what is not refused. */
    RefusingFlash(Flash real) {
        this.real = real;
    }

    /** @return the flash. */
    Flash flash() {
        return (Flash) Proxy.newProxyInstance(Flash.class.getClassLoader(), new Class<?>[] {Flash.class}, this);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        boolean writes = method.getReturnType() == OutputStream.class;
        if (writes) {
            check();
        }
        try {
            Object result = method.invoke(this.real, arguments);
            return writes ? new Output((OutputStream) result) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void check() throws IOException {
        if (this.refuses) {
            throw new IOException("the flash refuses");
        }
    }

    /** A file being written. */
    private final class Output extends FilterOutputStream {

        Output(OutputStream real) {
            super(real);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            check();
            this.out.write(bytes, offset, length);
        }

        @Override
        public void write(int value) throws IOException {
            check();
            this.out.write(value);
        }

        @Override
        public void flush() throws IOException {
            check();
            this.out.flush();
        }
    }
}
