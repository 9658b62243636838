/** The look of each kind: a hue of the design system, and whether its line is dashed, so that each differs. */
const HUES: Readonly<Record<string, string>> = {
  password: 'red',
  licence: 'red dashed',
  token: 'orange',
  session: 'yellow',
  'private-key': 'magenta',
  card: 'magenta dashed',
  user: 'purple',
  'full-name': 'purple dashed',
  mail: 'blue',
  phone: 'blue dashed',
  'home-folder': 'teal',
  'ldap-dn': 'teal dashed',
  ipv4: 'green',
  ipv6: 'green dashed',
  mac: 'lime dashed',
  host: 'lime',
  project: 'gray',
  own: 'gray dashed',
};

/** The classes of a kind's mark; a kind that is new to this page still gets one. */
export function markClass(kind: string): string {
  const [hue = 'gray', line] = (HUES[kind] ?? 'gray').split(' ');
  return `hearth-mark hearth-hue-${hue}${line === undefined ? '' : ' hearth-mark-dashed'}`;
}
