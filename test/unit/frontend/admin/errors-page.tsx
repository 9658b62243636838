import { act } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Actions } from '../../../../frontend/admin/errors/actions-store.ts';
import { Detail } from '../../../../frontend/admin/errors/detail-store.ts';
import { ForwardingStore } from '../../../../frontend/admin/errors/forwarding-store.ts';
import { ErrorList } from '../../../../frontend/admin/errors/list-store.ts';
import { MapsStore, type Upload } from '../../../../frontend/admin/errors/maps-store.ts';
import { ErrorsView } from '../../../../frontend/admin/errors/page.tsx';
import type { Route } from '../../../../frontend/admin/errors/route.ts';
import type { MapFrames } from '../../../../frontend/admin/errors/symbolicate.ts';
import { TimelineStore } from '../../../../frontend/admin/errors/timeline-store.ts';
import { WatchStore } from '../../../../frontend/admin/errors/watch-store.ts';
import { createStore } from '../../../../frontend/shared/store.ts';
import { FakeServer } from '../fake-server.ts';
import { problem } from '../fixture/answers.ts';
import { DESTINATIONS, FORWARDING } from '../fixture/destination-answers.ts';
import {
  group,
  groups,
  MAPS,
  SETTINGS_VIEW,
  summary,
  TIMELINE,
} from '../fixture/errors-answers.ts';
import { show } from '../rendering.tsx';

/** Everything the page asks for, in its plainest form. */
export function serving(): FakeServer {
  return new FakeServer()
    .on('GET', 'error-groups?', { status: 200, body: groups() })
    .on('GET', `error-groups/${summary(0).id}`, { status: 200, body: group() })
    .on('GET', 'errors/settings', { status: 200, body: SETTINGS_VIEW })
    .on('PUT', 'errors/settings', ({ body }) => ({
      status: 200,
      body: { ...SETTINGS_VIEW, settings: body as object },
    }))
    .on('GET', 'errors/timeline', { status: 200, body: TIMELINE })
    .on('GET', 'errors/forwarding', { status: 200, body: FORWARDING })
    .on('GET', 'destinations', { status: 200, body: DESTINATIONS })
    .on('GET', 'source-maps', { status: 200, body: MAPS })
    .on('GET', 'source-maps/content', { status: 404, body: problem('not-found', 404) });
}

export const NO_MAPS: MapFrames = ({ exceptions }) =>
  Promise.resolve(exceptions.map((frames) => frames.map(() => null)));

export async function open(
  server: FakeServer,
  route: Route = { at: 'tab', tab: 'list' },
  {
    map = NO_MAPS,
    upload = () => Promise.resolve({ ok: true, value: undefined }),
  }: { map?: MapFrames; upload?: Upload } = {},
) {
  const { client } = server;
  const list = new ErrorList(client);
  const detail = new Detail(client, map);
  const watch = new WatchStore(client);
  const actions = new Actions(client, async () => {
    await Promise.all([list.load(), detail.refresh()]);
  });
  const at = createStore<Route>(route);
  const view = show(
    <ErrorsView
      route={at}
      go={at.set}
      list={list}
      detail={detail}
      actions={actions}
      watch={watch}
      forwarding={new ForwardingStore(client)}
      maps={new MapsStore(client, upload)}
      timeline={new TimelineStore(client)}
      contextPath="/jira"
      url={client.url}
    />,
  );
  await act(async () => {
    await Promise.all([list.load(), watch.load()]);
  });
  return {
    ...view,
    user: userEvent.setup(),
    at,
    list,
    detail,
    watch,
    actions,
    go: (next: Route) => {
      act(() => {
        at.set(next);
      });
    },
  };
}

/** jsdom lays nothing out; a list needs a height to know which rows are in sight. */
export function withHeight(height: number): void {
  jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(height);
  jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1000);
}
