package space.opensensor.interop.s3;

/** The client against Ceph RGW, which is strict about lengths and canonical paths. */
public class CephServer extends ServerChecks {

    public CephServer() {
        super(Integer.getInteger("ceph.port"), System.getProperty("ceph.key"), System.getProperty("ceph.secret"));
    }
}
