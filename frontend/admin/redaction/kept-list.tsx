import Button from '@atlaskit/button/new';
import { useLanguage } from '../language';

/** Of four columns the third is a number. */
type Cells = readonly [string, string, string, string];

interface Row {
  readonly id: string;
  readonly cells: Cells;
  readonly action: string;
  /** What the action is called where the row is not seen. */
  readonly actionOf: string;
  readonly onAction: () => void;
}

interface Props {
  readonly id: string;
  readonly title: string;
  readonly help: string;
  readonly none: string;
  readonly head: Cells;
  readonly rows: readonly Row[];
}

const NUMBER = 2;

const numeric = (column: number): string | undefined =>
  column === NUMBER ? 'hearth-number' : undefined;

/** Things that stay on the server until an administrator ends them, one by one. */
export function KeptList({ id, title, help, none, head, rows }: Props) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby={id} className="hearth-field">
      <h2 id={id} className="hearth-heading">
        {title}
      </h2>
      <p className="hearth-quiet">{help}</p>
      {rows.length === 0 ? (
        <p>{none}</p>
      ) : (
        <table className="hearth-table">
          <thead>
            <tr>
              {head.map((text, column) => (
                <th key={text} scope="col" className={numeric(column)}>
                  {text}
                </th>
              ))}
              <th scope="col">
                <span className="hearth-hidden">{t('ui.cases.action')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                {row.cells.map((text, column) => (
                  <td key={head[column]} className={numeric(column)}>
                    {text}
                  </td>
                ))}
                <td className="hearth-number">
                  <Button spacing="compact" aria-label={row.actionOf} onClick={row.onAction}>
                    {row.action}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
