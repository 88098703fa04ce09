import type { LogContent, LogEntry } from '../../api/types';
import { useText } from '../../locales/text';
import { linesOf } from './filter';
import '../../ui/table.css';

export function LogTable({ entries }: { entries: LogEntry[] }) {
  const { t } = useText();
  return (
    <table className="data-table log-table">
      <thead>
        <tr>
          <th scope="col">{t('log.column.position')}</th>
          <th scope="col">{t('log.column.at')}</th>
          <th scope="col" className="wide-cell">{t('log.column.act')}</th>
          <th scope="col">{t('log.column.unit')}</th>
        </tr>
      </thead>
      <tbody>{entries.map((entry) => <Row key={entry.position} entry={entry} />)}</tbody>
    </table>
  );
}

function Row({ entry }: { entry: LogEntry }) {
  const { t, words, decimal, time } = useText();
  return (
    <tr>
      <td className="log-position" data-label={t('log.column.position')}>{decimal(String(entry.position))}</td>
      <td className="log-time">{time(entry.at)}</td>
      <td className="wide-cell">
        <p className="log-sentence">{words(entry.sentence)}</p>
        {entry.reason && <p className="soft">{t('log.reason', { reason: entry.reason })}</p>}
        <Details entry={entry} />
      </td>
      <td className="log-unit" data-label={t('log.column.unit')}>{entry.unit ? words(entry.unit.name) : '–'}</td>
    </tr>
  );
}

/** Before and after, who by account, and the row's own hash: for whoever checks. */
function Details({ entry }: { entry: LogEntry }) {
  const { t } = useText();
  return (
    <details className="log-details">
      <summary>{t('log.details')}</summary>
      <dl>
        <div><dt>{t('log.actor')}</dt><dd>{entry.actor ? `${entry.actor.name} (${entry.actor.account})` : t('log.nobody')}</dd></div>
        {entry.on_behalf_of && <div><dt>{t('log.on_behalf')}</dt><dd>{`${entry.on_behalf_of.name} (${entry.on_behalf_of.account})`}</dd></div>}
        <div><dt>{t('log.object')}</dt><dd>{entry.object.kind}{entry.object.id && <> · <span className="hash">{entry.object.id}</span></>}</dd></div>
        <Content label={t('log.before')} content={entry.before} />
        <Content label={t('log.after')} content={entry.after} />
        <div><dt>{t('log.hash')}</dt><dd className="hash">{entry.hash}</dd></div>
      </dl>
    </details>
  );
}

function Content({ label, content }: { label: string; content: LogContent }) {
  const { t } = useText();
  if (content === null) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {'sha256' in content
          ? <>{t('log.by_hash')} <span className="hash">{content.sha256}</span></>
          : linesOf(content.value).map((line, place) => <span key={place} className="log-line">{line}</span>)}
      </dd>
    </div>
  );
}
