/** What a record of `strace -f -e trace=connect` says about where processes tried to connect to. */
export interface Connections {
  /** How often each address of this machine was connected to, without its port. */
  readonly loopback: ReadonlyMap<string, number>;
  /** Every other address with its port, and how often. */
  readonly elsewhere: ReadonlyMap<string, number>;
}

const IPV4 = /sa_family=AF_INET, sin_port=htons\((\d+)\), sin_addr=inet_addr\("([^"]+)"\)/;
const IPV6 = /sa_family=AF_INET6, sin6_port=htons\((\d+)\),.*inet_pton\(AF_INET6, "([^"]+)"/;
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/**
 * Chromium asks its own kernel whether there is a route for IPv6, by connecting a datagram socket to this address
 *x
 */
const ROUTE_QUESTION = '2001:4860:4860::8888';

export function readConnections(record: string): Connections {
  const loopback = new Map<string, number>();
  const elsewhere = new Map<string, number>();
  const count = (map: Map<string, number>, key: string): void => {
    map.set(key, (map.get(key) ?? 0) + 1);
  };
  for (const line of record.split('\n')) {
    const [, port = '', address = ''] = IPV4.exec(line) ?? IPV6.exec(line) ?? [];
    if (LOOPBACK.test(address)) count(loopback, address);
    else if (address !== '' && address !== ROUTE_QUESTION) {
      count(elsewhere, `${address} port ${port}`);
    }
  }
  return { loopback, elsewhere };
}
