/**
 * HTTP/1.1 client (RFC 9110, RFC 9112) over sockets: streams request bodies, reads bounded heads and small bodies.
 * <p>
 * One client holds one connection and buffers of fixed size; it never keeps a whole body in memory.
 */
package space.opensensor.http;
