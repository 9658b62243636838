import { createStore, type Store } from '../../shared/store';

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

/** Where on the page somebody is stands in the address, so that back, forward and links work. */
export function followRoute(view: Window): Store<Route> {
  const route = createStore(routeOf(view.location.hash));
  view.addEventListener('hashchange', () => {
    route.set(routeOf(view.location.hash));
  });
  return route;
}

export function go(view: Window, route: Route): void {
  view.location.hash = hashOf(route);
}
