import Spinner from '@atlaskit/spinner';

const ROWS = [0, 1, 2, 3];

export function Loading({ words }: { readonly words: string }) {
  return (
    <div className="hearth-loading" aria-busy="true">
      <p className="hearth-loading-text">
        <Spinner size="small" />
        <span>{words}</span>
      </p>
      <div aria-hidden="true">
        {ROWS.map((row) => (
          <div key={row} className="hearth-bone" />
        ))}
      </div>
    </div>
  );
}
