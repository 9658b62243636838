export const TABS = ['list', 'apps', 'watch', 'maps'] as const;
export type TabName = (typeof TABS)[number];

export type Route =
  { readonly at: 'group'; readonly id: string } | { readonly at: 'tab'; readonly tab: TabName };

export function routeOf(hash: string): Route {
  const [, first = '', second = ''] = /^#\/(\w+)(?:\/(\w+))?$/.exec(hash) ?? [];
  if (first === 'group' && /^[0-9a-f]{16}$/.test(second)) {
    return { at: 'group', id: second };
  }
  return { at: 'tab', tab: TABS.find((tab) => tab === first) ?? 'list' };
}

export function hashOf(route: Route): string {
  return route.at === 'group' ? `#/group/${route.id}` : `#/${route.tab}`;
}

export function go(view: Window, route: Route): void {
  view.location.hash = hashOf(route);
}
