/** @jest-environment node */
import { readConnections } from '../../../../scripts/lib/connections.ts';

const RECORD = `
10 connect(18, {sa_family=AF_UNIX, sun_path="/run/nscd/socket"}, 110) = -1 ENOENT (No such file or directory)
10 connect(18, {sa_family=AF_INET, sin_port=htons(8080), sin_addr=inet_addr("127.0.0.1")}, 16) = 0
11 connect(19, {sa_family=AF_INET6, sin6_port=htons(8080), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, 28) = 0
11 connect(19, {sa_family=AF_INET6, sin6_port=htons(53), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:4860:4860::8888", &sin6_addr), sin6_scope_id=0}, 28) = -1 ENETUNREACH
12 connect(20, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.7")}, 16) = -1 ENETUNREACH (Network is unreachable)
12 connect(20, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("10.0.0.53")}, 16 <unfinished ...>
12 connect(20, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::ffff:192.0.2.7", &sin6_addr), sin6_scope_id=0}, 28) = -1 EINPROGRESS
13 connect(21, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("127.0.0.1")}, 16) = 0
`;

it('tells connections within the machine from all others', () => {
  const { loopback, elsewhere } = readConnections(RECORD);
  expect([...loopback]).toEqual([
    ['127.0.0.1', 2],
    ['::1', 1],
  ]);
  expect([...elsewhere]).toEqual([
    ['192.0.2.7 port 443', 1],
    ['10.0.0.53 port 53', 1],
    ['::ffff:192.0.2.7 port 80', 1],
  ]);
});
