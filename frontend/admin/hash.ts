import { createStore, type Store } from '../shared/store';

/** Where on the page somebody is stands in the address, so that back, forward and links work. */
export function followHash<Route>(view: Window, routeOf: (hash: string) => Route): Store<Route> {
  const route = createStore(routeOf(view.location.hash));
  view.addEventListener('hashchange', () => {
    route.set(routeOf(view.location.hash));
  });
  return route;
}
