package space.opensensor.rules;

import org.junit.Test;

/** {@link PackageArrowsRule} on the product and on what it must reject. */
public class PackageArrowsRuleTest {

    private final Rule rule = new PackageArrowsRule();

    @Test
    public void productFollowsTheArrows() {
        Findings.of(this.rule, Product.classes()).assertNone();
    }

    @Test
    public void rejectsCallUpwards() {
        Sample bad = new Sample("space/opensensor/bytes/Bad").calls("space/opensensor/station/Station", "run", "()V");
        Findings.of(this.rule, bad.types()).assertOne("bytes.Bad.run()V", "bytes uses space.opensensor.station.Station");
    }

    @Test
    public void rejectsCallSideways() {
        Sample bad = new Sample("space/opensensor/parquet/Bad").superType("space/opensensor/s3/S3Client");
        Findings.of(this.rule, bad.types()).assertOne("parquet uses space.opensensor.s3.S3Client");
    }

    @Test
    public void rejectsTypeThatIsOnlyInAnArray() {
        Sample bad = new Sample("space/opensensor/spool/Bad").field(0, "times", "[Lspace/opensensor/time/Anchor;");
        Findings.of(this.rule, bad.types()).assertOne("spool.Bad.times", "space.opensensor.time.Anchor");
    }

    @Test
    public void rejectsPackageWithoutAPlace() {
        Findings.of(this.rule, new Sample("space/opensensor/util/Bad").types()).assertOne("util has no place");
        Findings.of(this.rule, new Sample("com/acme/Bad").types()).assertOne("no place");
    }
}
