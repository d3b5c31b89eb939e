package space.opensensor.rules;

import org.junit.Test;

/** {@link VendorTypesRule} on the product and on what it must reject. */
public class VendorTypesRuleTest {

    private final Rule rule = new VendorTypesRule();

    @Test
    public void productUsesThePlatformOnlyInDevice() {
        Findings.of(this.rule, Product.everything()).assertNone();
    }

    @Test
    public void rejectsPlatformTypeOutsideDevice() {
        Sample bad = new Sample("space/opensensor/station/Bad").calls("ej/bon/Util", "platformTimeMillis", "()J");
        Findings.of(this.rule, bad.types()).assertOne("station.Bad.run()V", "ej.bon.Util");
    }

    @Test
    public void acceptsPlatformTypeInDevice() {
        Sample good = new Sample("space/opensensor/device/Good").calls("ej/bon/Util", "platformTimeMillis", "()J");
        Findings.of(this.rule, good.types()).assertNone();
    }
}
