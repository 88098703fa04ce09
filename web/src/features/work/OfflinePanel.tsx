import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { forBrowser } from '../../api/acting';
import type { SheetCell, TakenSheet } from '../../api/types';
import { refreshRound, sheetPath, takeSheet, trySheet } from '../../api/work';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Refusal } from './parts';
import { choosable, counted, firstChoice, mateOf } from './offline';

/** A unit's answers as a workbook: taken along, and what came back looked at cell by cell before any of it is written. */
export function OfflinePanel({ round, unit }: { round: string; unit: string }) {
  const { t } = useText();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const trying = useMutation({ mutationFn: (chosen: File) => trySheet(round, unit, chosen) });
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    trying.mutate(chosen);
  };
  return (
    <div className="offline">
      <p className="soft">{t('offline.lead')}</p>
      <div className="row-actions">
        <Button href={forBrowser(sheetPath(round, unit))} download icon={<Icon name="download" size={13} />}>{t('offline.download')}</Button>
        <Button type="primary" loading={trying.isPending} icon={<Icon name="upload" size={13} />} onClick={() => input.current?.click()}>{t('offline.upload')}</Button>
        <input ref={input} type="file" hidden accept=".xlsx" aria-label={t('offline.upload')} onChange={(event) => { choose(event.target.files?.[0]); event.target.value = ''; }} />
      </div>
      {trying.isError && <Refusal error={trying.error} />}
      {file && trying.data && <Comparison key={trying.submittedAt} round={round} unit={unit} file={file} found={trying.data} />}
    </div>
  );
}

function Comparison({ round, unit, file, found }: { round: string; unit: string; file: File; found: TakenSheet }) {
  const { t } = useText();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => firstChoice(found.cells));
  const whole = found.conflicts === 0 && found.refused === 0;
  const writing = useMutation({
    mutationFn: () => takeSheet(round, unit, file, whole && chosen.size === found.cells.length ? [] : [...chosen]),
    onSuccess: () => refreshRound(client, round),
  });
  if (writing.isSuccess) return <p role="status" className="offline-done"><Icon name="check" size={14} /> {t('offline.written', { cells: writing.data.written })}</p>;
  if (found.cells.length === 0) return <p role="status" className="soft">{t('offline.same')}</p>;
  const toggle = (cell: SheetCell) => {
    const next = new Set(chosen);
    for (const one of mateOf(cell, found.cells)) if (chosen.has(cell.cell)) next.delete(one); else next.add(one);
    setChosen(next);
  };
  return (
    <>
      <p role="status"><strong>{t('offline.found', counted(found))}</strong> {!whole && t('offline.not_whole')}</p>
      <ul className="offline-cells" aria-label={t('offline.cells')}>
        {found.cells.map((cell) => <Row key={cell.cell} cell={cell} chosen={chosen.has(cell.cell)} toggle={() => toggle(cell)} />)}
      </ul>
      {writing.isError && <Refusal error={writing.error} />}
      <div className="row-actions">
        <Button type="primary" disabled={chosen.size === 0} loading={writing.isPending} onClick={() => writing.mutate()}>{t('offline.write', { cells: chosen.size })}</Button>
      </div>
    </>
  );
}

const tones = { changed: 'good', conflict: 'warning', refused: 'error' } as const satisfies Record<SheetCell['verdict'], string>;

function Row({ cell, chosen, toggle }: { cell: SheetCell; chosen: boolean; toggle: () => void }) {
  const { t, words } = useText();
  return (
    <li>
      <p className="offline-head">
        {choosable(cell) ? <label><input type="checkbox" checked={chosen} onChange={toggle} /> <strong>{cell.cell}</strong></label> : <strong>{cell.cell}</strong>}
        <span className={`chip ${tones[cell.verdict]}`}>{t(`offline.verdict.${cell.verdict}`)}</span>
        <span className="soft">{t(`offline.field.${cell.field}`)}</span>
      </p>
      <p lang="vi"><span className="criterion-code">{cell.criterion}</span> {cell.label}</p>
      <p lang="vi" className="changes"><del>{cell.stands || '–'}</del> → <ins>{cell.wanted || '–'}</ins>{cell.stood !== cell.stands && <span className="soft"> ({t('offline.stood', { value: cell.stood || '–' })})</span>}</p>
      {cell.why && <p className="refusal">{words(cell.why.message)}</p>}
    </li>
  );
}
