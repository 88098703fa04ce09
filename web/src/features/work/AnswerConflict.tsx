import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { CriterionAnswers } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Answer } from '../advice/TrialField';
import type { Draft } from './draft';

interface Props {
  mine: Draft;
  theirs: CriterionAnswers;
  keepTheirs: () => void;
  sendMine: () => void;
}

/** Two people wrote at once: what stands and what was typed side by side, and the choice between them. */
export function AnswerConflict({ mine, theirs, keepTheirs, sendMine }: Props) {
  const { t, words, decimal } = useText();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const items = theirs.items.filter(({ id }) => mine.items[id]);
  return (
    <div className="conflict" role="alertdialog" aria-label={t('report.conflict.title')}>
      <p className="refusal"><Icon name="warning" size={13} /> {t('report.conflict.title')}</p>
      <table className="conflict-table">
        <thead><tr><th scope="col">{t('work.answers')}</th><th scope="col">{t('work.conflict.theirs')}</th><th scope="col">{t('work.conflict.mine')}</th></tr></thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}><th scope="row">{words(item.label)}</th><td><Answer figure={item} answer={item} /></td><td><Answer figure={item} answer={mine.items[item.id]!} /></td></tr>
          ))}
          {mine.self && <tr><th scope="row">{t('work.self')}</th><td>{theirs.self === null ? '–' : decimal(theirs.self)}</td><td>{mine.self.value === null ? '–' : decimal(mine.self.value)}</td></tr>}
        </tbody>
      </table>
      <div className="row-actions">
        <Button ref={first} size="small" onClick={keepTheirs}>{t('report.conflict.keep')}</Button>
        <Button size="small" type="primary" onClick={sendMine}>{t('report.conflict.send')}</Button>
      </div>
    </div>
  );
}
