package space.opensensor.station;

import java.io.IOException;

/** Sensors of temperature and humidity that fail or fall silent when told to, or of everything. */
final class ScriptedSensors implements Sensors {

    float temperature = 20;
    boolean failing;
    boolean silent;
    /** Whether all quantities have values, of which nothing tells the next. */
    boolean rich;
    private int random = 1;

    @Override
    public void read(Reading reading) throws IOException {
        if (!this.silent) {
            reading.set(Quantity.HUMIDITY, 50);
        }
        if (this.failing) {
            throw new IOException("no answer on the bus");
        }
        if (!this.silent) {
            reading.set(Quantity.TEMPERATURE, this.temperature);
            this.temperature += 0.125f;
        }
        for (int quantity = 0; this.rich && quantity < Quantity.COUNT; quantity++) {
            this.random = this.random * 1103515245 + 12345;
            reading.set(quantity, 400 + (this.random >>> 20) / 100f);
        }
    }
}
