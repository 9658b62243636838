import Button from '@atlaskit/button/new';
import ProgressBar from '@atlaskit/progress-bar';
import Select from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import { useEffect, useRef, useState, type DragEvent } from 'react';
import { useLanguage } from '../language';
import { Loading } from '../loading';
import { ProblemMessage } from '../problems';
import { useStore } from '../use-store';
import type { SourceMaps } from './contract';
import { useAppName } from './look';
import type { MapsStore, Sending } from './maps-store';
import type { WatchStore } from './watch-store';

interface Props {
  readonly maps: MapsStore;
  readonly watch: WatchStore;
}

export function MapsPanel({ maps, watch }: Props) {
  const { t } = useLanguage();
  const { kept, sending, problem } = useStore(maps.state);
  useEffect(() => {
    void maps.load();
  }, [maps]);
  return (
    <div className="hearth-stack hearth-errors">
      <Add maps={maps} watch={watch} />
      {sending.length === 0 ? null : <SendingList sending={sending} />}
      {problem === undefined ? null : <ProblemMessage notice={problem} focus />}
      {kept.phase === 'loading' ? <Loading words={t('ui.errors.maps.loading')} /> : null}
      {kept.phase === 'failed' ? (
        <ProblemMessage notice={kept.problem} onRetry={() => void maps.load()} focus />
      ) : null}
      {kept.phase === 'ready' ? <Kept kept={kept.maps} maps={maps} watch={watch} /> : null}
    </div>
  );
}

function Add({ maps, watch }: Props) {
  const { t } = useLanguage();
  const name = useAppName();
  const state = useStore(watch.state);
  const [app, setApp] = useState('');
  const [release, setRelease] = useState('');
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const options =
    state.phase === 'ready'
      ? state.view.installed.map((one) => ({ value: one.key, label: name(one) }))
      : [];
  const send = (files: FileList | null): void => {
    if (app !== '' && files !== null && files.length > 0) {
      void maps.add([...files], app, release.trim());
    }
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files);
  };
  return (
    <section aria-labelledby="hearth-maps-add" className="hearth-field">
      <h2 id="hearth-maps-add" className="hearth-heading">
        {t('ui.errors.maps.add')}
      </h2>
      <p className="hearth-quiet">{t('ui.errors.maps.help')}</p>
      <div className="hearth-tools">
        <div className="hearth-tool">
          <label htmlFor="hearth-maps-app">{t('ui.errors.maps.app')}</label>
          <Select
            inputId="hearth-maps-app"
            spacing="compact"
            placeholder={t('ui.errors.maps.app.none')}
            options={options}
            value={options.find(({ value }) => value === app) ?? null}
            onChange={(option) => {
              setApp(option?.value ?? '');
            }}
          />
        </div>
        <div className="hearth-tool">
          <label htmlFor="hearth-maps-release">{t('ui.errors.maps.release')}</label>
          <Textfield
            id="hearth-maps-release"
            isCompact
            maxLength={80}
            value={release}
            placeholder={t('ui.errors.maps.release.any')}
            onChange={(event) => {
              setRelease(event.currentTarget.value);
            }}
          />
        </div>
      </div>
      {/* Files can be chosen with the button as well. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        role="group"
        aria-labelledby="hearth-maps-add"
        className={`hearth-drop${over ? ' hearth-drop-over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={onDrop}
      >
        <span>{t(app === '' ? 'ui.errors.maps.drop.app' : 'ui.errors.maps.drop')}</span>
        <Button isDisabled={app === ''} onClick={() => input.current?.click()}>
          {t('ui.errors.maps.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".map,.json,application/json"
          multiple
          hidden
          aria-label={t('ui.errors.maps.choose')}
          onChange={(event) => {
            send(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
      </div>
    </section>
  );
}

function SendingList({ sending }: { readonly sending: readonly Sending[] }) {
  const { t } = useLanguage();
  return (
    <ul className="hearth-sending" aria-live="polite">
      {sending.map(({ id, name, phase }) => (
        <li key={id}>
          <code>{name}</code>{' '}
          {phase.at === 'sending' ? (
            <ProgressBar value={phase.share} ariaLabel={t('ui.errors.maps.sending', { name })} />
          ) : (
            <span className={phase.at === 'sent' ? 'hearth-quiet' : 'hearth-error'}>
              {t(`ui.errors.maps.${phase.at}`)}{' '}
              {phase.at === 'failed' && 'detail' in phase.problem ? phase.problem.detail : ''}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Kept({ kept, maps, watch }: Props & { readonly kept: SourceMaps }) {
  const { t, format } = useLanguage();
  const watched = useStore(watch.state);
  const installed = watched.phase === 'ready' ? watched.view.installed : [];
  const nameOf = (key: string): string => installed.find((one) => one.key === key)?.name ?? key;
  return (
    <section aria-labelledby="hearth-maps-kept">
      <h2 id="hearth-maps-kept" className="hearth-heading">
        {t('ui.errors.maps.kept')}
      </h2>
      <p className="hearth-quiet">
        {t('ui.errors.maps.room', {
          used: format.bytes(kept.bytes),
          all: format.bytes(kept.maxBytes),
        })}
      </p>
      {kept.maps.length === 0 ? (
        <p>{t('ui.errors.maps.none')}</p>
      ) : (
        <table className="hearth-table hearth-maps">
          <thead>
            <tr>
              <th scope="col">{t('ui.errors.maps.file')}</th>
              <th scope="col">{t('ui.errors.maps.app')}</th>
              <th scope="col">{t('ui.errors.maps.release')}</th>
              <th scope="col" className="hearth-number">
                {t('ui.errors.maps.size')}
              </th>
              <th scope="col">{t('ui.errors.maps.added')}</th>
              <th scope="col">
                <span className="hearth-hidden">{t('ui.errors.maps.action')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {kept.maps.map((map) => (
              <tr key={map.id}>
                <td>
                  <code>{map.file}</code>
                </td>
                <td>{nameOf(map.app)}</td>
                <td>{map.release === '' ? t('ui.errors.maps.release.any') : map.release}</td>
                <td className="hearth-number">{format.bytes(map.bytes)}</td>
                <td>{format.date(map.addedAt)}</td>
                <td>
                  <Button
                    spacing="compact"
                    appearance="subtle"
                    aria-label={t('ui.errors.maps.delete.of', { file: map.file })}
                    onClick={() => void maps.remove(map.id)}
                  >
                    {t('ui.errors.maps.delete')}
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
