export type Route =
  { readonly at: 'inbox' | 'settings' } | { readonly at: 'report'; readonly id: string };

export function routeOf(hash: string): Route {
  const id = /^#\/report\/([0-9a-f]{16})$/.exec(hash)?.[1];
  if (id !== undefined) {
    return { at: 'report', id };
  }
  return { at: hash === '#/settings' ? 'settings' : 'inbox' };
}

export function hashOf(route: Route): string {
  return route.at === 'report' ? `#/report/${route.id}` : `#/${route.at}`;
}

export function go(view: Window, route: Route): void {
  view.location.hash = hashOf(route);
}
