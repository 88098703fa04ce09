import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { useText } from '../../locales/text';
import { filterNames, type LogFilter } from './filter';

/** Unit, person, object and days; nothing is asked before the button is pressed. */
export function LogFilters({ filter, apply }: { filter: LogFilter; apply: (filter: LogFilter) => void }) {
  const { t } = useText();
  const [draft, setDraft] = useState(filter);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    apply(draft);
  };
  return (
    <form className="panel log-filters" onSubmit={submit} aria-label={t('log.filters')}>
      {filterNames.map((name) => (
        <label key={name}>
          <span>{t(`log.filter.${name}`)}</span>
          <input className="log-input" type={name === 'from' || name === 'to' ? 'date' : 'search'} value={draft[name] ?? ''} autoComplete="off" spellCheck={false}
            onChange={(event) => setDraft({ ...draft, [name]: event.target.value })} />
        </label>
      ))}
      <span className="log-buttons">
        <Button type="primary" htmlType="submit">{t('log.apply')}</Button>
        {Object.keys(filter).length > 0 && <Button onClick={() => apply({})}>{t('log.clear')}</Button>}
      </span>
    </form>
  );
}
