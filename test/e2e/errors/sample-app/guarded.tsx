/** An app that reports by itself what it catches, and guards its React. */
import React from 'react';
import { createRoot } from 'react-dom/client';

interface Row {
  readonly cells: readonly string[];
}

function Table({ rows }: { readonly rows: readonly Row[] }): React.JSX.Element {
  return (
    <ul>
      {rows.map((row, i) => (
        <li key={i}>{row.cells.join()}</li>
      ))}
    </ul>
  );
}

const app = 'org.example.guarded';

Object.assign(window, {
  guarded: {
    caught(): void {
      window.HearthErrors?.breadcrumb({ category: 'import.start', message: 'csv' });
      try {
        decodeURIComponent('%');
      } catch (error) {
        window.HearthErrors?.capture(error, { app, feature: 'import', level: 'warning' });
      }
    },
    render(): void {
      const Boundary = window.HearthErrors!.boundary(React);
      const place = document.body.appendChild(document.createElement('div'));
      place.id = 'guarded';
      const rows = [{}] as unknown as readonly Row[];
      createRoot(place).render(
        <Boundary app={app} feature="table" fallback={<p>No table today</p>}>
          <Table rows={rows} />
        </Boundary>,
      );
    },
  },
});
