import { Switch } from 'antd';
import { useText } from '../../locales/text';
import { keyNames, letters } from './keys';

/** The keys, and the switch that turns the letters off. */
export function KeyHelp({ on, setOn }: { on: boolean; setOn: (on: boolean) => void }) {
  const { t } = useText();
  return (
    <div className="key-help">
      <p className="key-switch"><span>{t('work.keys.letters')}</span> <Switch size="small" checked={on} onChange={setOn} aria-label={t('work.keys.letters')} /></p>
      <dl>
        {keyNames.map((name) => (
          <div key={name}>
            <dt><kbd>{letters[name]}</kbd>{(name === 'next' || name === 'previous') && <> <kbd>Alt {name === 'next' ? 'PgDn' : 'PgUp'}</kbd></>}</dt>
            <dd>{t(`work.key.${name}`)}</dd>
          </div>
        ))}
        <div><dt><kbd>Esc</kbd></dt><dd>{t('work.key.escape')}</dd></div>
      </dl>
    </div>
  );
}
