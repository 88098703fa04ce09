import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { Evidence } from '../../api/types';
import { useText } from '../../locales/text';
import { Filters } from '../../ui/Filters';
import { Icon } from '../../ui/Icon';
import { Portions } from '../../ui/Portions';
import { citedDocuments, inAnnex, missingPlaces, uncited, type AnnexState, type CitedDocument } from './citations';
import type { Mark } from './marks';
import { MarkRows } from './MarkRows';
import type { Prepared } from './prepare';
import { PlaceLine, SideRow, type RowTools } from './SideRow';
import type { Spot } from './spot';

interface Props {
  prepared: Prepared;
  /** The annex handed in with the text; null where there is none to compare with. */
  annex: readonly Evidence[] | null;
  chosen: Mark | null;
  spot: Spot | null;
  toggle: (mark: Mark) => void;
  tools: RowTools;
  openEvidence: (evidence: Evidence) => void;
}

type Filter = 'all' | AnnexState['state'] | 'uncited';
/** A cited document, or a row of the annex that nothing cites. */
type Item = { document: CitedDocument; state: AnnexState | null } | { document: null; evidence: Evidence };

export function CitationList({ prepared, annex, chosen, spot, toggle, tools, openEvidence }: Props) {
  const { t } = useText();
  const [filter, setFilter] = useState<Filter>('all');
  const items = useMemo(() => itemsOf(prepared, annex), [prepared, annex]);
  const [openKey, setOpenKey] = useState<string | null>(null);
  if (items.length === 0) return <p className="soft side-empty">{t('report.no_citations')}</p>;
  const holds = (item: Item) => item.document !== null && chosen !== null && item.document.places.some((place) => place === chosen);
  const shown = items.filter((item) => filter === 'all' || kindOf(item) === filter || holds(item));
  const current = spot ? shown.findIndex((item) => item.document?.places.some(({ id }) => id === spot.place.id)) : -1;
  const count = (kind: Filter) => items.filter((item) => kindOf(item) === kind).length;
  const kinds: readonly Filter[] = ['given', 'other-date', 'missing', 'elsewhere', 'uncited'];
  return (
    <>
      {annex && (
        <div className="side-filters">
          <Filters label={t('report.annex')} value={filter} onChange={setFilter} options={[
            { value: 'all', label: t('report.standing.all'), count: items.length },
            ...kinds.filter((kind) => kind !== 'other-date' || count(kind) > 0).map((value) => ({ value, label: t(`report.annex.filter.${value as 'given'}`), count: count(value) })),
          ]} />
        </div>
      )}
      <MarkRows key={filter} label={t('report.citations')} items={shown} keyOf={keyOfItem} height={78} current={current} spot={spot} row={(item) => {
        if (item.document === null) return <UncitedRow evidence={item.evidence} open={openKey === keyOfItem(item)} toggle={() => setOpenKey(openKey === keyOfItem(item) ? null : keyOfItem(item))} openEvidence={openEvidence} />;
        const first = item.document.places[0]!;
        return <DocumentRow document={item.document} state={item.state} open={holds(item)} chosen={chosen} toggle={() => toggle(holds(item) && chosen ? chosen : first)} tools={tools} openEvidence={openEvidence} />;
      }} />
    </>
  );
}

function itemsOf({ marks, documents: found, byId, ownNumber }: Prepared, annex: readonly Evidence[] | null): Item[] {
  const documents = citedDocuments(found, byId);
  const missing = missingPlaces(marks);
  const cited: Item[] = documents.map((document) => ({ document, state: annex && inAnnex(document, annex, missing, ownNumber) }));
  return [...cited, ...uncited(annex ?? [], documents).map((evidence) => ({ document: null, evidence }))];
}

const kindOf = (item: Item): Filter | undefined => (item.document === null ? 'uncited' : item.state?.state);
const keyOfItem = (item: Item): string => (item.document === null ? `annex-${item.evidence.index}` : item.document.key);

interface RowProps extends Pick<Props, 'chosen' | 'tools' | 'openEvidence'> {
  document: CitedDocument;
  state: AnnexState | null;
  open: boolean;
  toggle: () => void;
}

function DocumentRow({ document, state, open, chosen, toggle, tools, openEvidence }: RowProps) {
  const { t, date } = useText();
  const { type, number, issuer, places } = document;
  const head = (
    <span className="side-words">
      <span lang="vi">{type} <strong>{number}</strong></span>
      <span className="soft">{document.date ? date(document.date) : t('report.citation.undated')}{issuer && <span lang="vi">, {issuer}</span>}</span>
      <span className="side-chips">{state && <AnnexChip state={state} />}{places.length > 1 && <span className="chip plain">{t('report.citation.times', { count: places.length })}</span>}</span>
    </span>
  );
  return (
    <SideRow open={open} toggle={toggle} head={head}>
      {() => (
        <>
          {state && <AnnexLine state={state} issuer={issuer} openEvidence={openEvidence} />}
          <h3>{t('report.citation.places', { count: places.length })}</h3>
          <Portions className="place-list" items={places} first={20} row={(place) => (
            <li key={place.id} className={place === chosen ? 'chosen-place' : undefined}><PlaceLine place={place} tools={tools} /></li>
          )} />
        </>
      )}
    </SideRow>
  );
}

function UncitedRow({ evidence, open, toggle, openEvidence }: { evidence: Evidence; open: boolean; toggle: () => void; openEvidence: Props['openEvidence'] }) {
  const { t, date } = useText();
  const head = (
    <span className="side-words">
      <span lang="vi">{evidence.type} <strong>{evidence.number}</strong></span>
      <span className="soft">{evidence.date && date(evidence.date)} <span lang="vi">{evidence.title}</span></span>
      <span className="side-chips"><span className="chip blank">{t('report.annex.uncited', { index: evidence.index })}</span></span>
    </span>
  );
  return <SideRow open={open} toggle={toggle} head={head}>{() => <EvidenceAction evidence={evidence} openEvidence={openEvidence} />}</SideRow>;
}

function AnnexChip({ state }: { state: AnnexState }) {
  const { t } = useText();
  if (state.state === 'missing') return <span className="chip warning"><Icon name="warning" size={13} />{t('report.annex.missing')}</span>;
  if (state.state === 'elsewhere' || state.state === 'own') return <span className="chip plain">{t(`report.annex.${state.state}`)}</span>;
  const good = state.state === 'given';
  return (
    <span className={`chip ${good ? 'good' : 'warning'}`}>
      <Icon name={good ? 'check' : 'warning'} size={13} />{t(`report.annex.${state.state}`, { index: state.evidence.index })}
    </span>
  );
}

/** The way to the evidence, or why there is none. */
function AnnexLine({ state, issuer, openEvidence }: { state: AnnexState; issuer: string | null; openEvidence: Props['openEvidence'] }) {
  const { t } = useText();
  if (state.state === 'own') return null;
  if (state.state === 'missing') return <p>{t('report.annex.missing.text')}</p>;
  if (state.state === 'elsewhere') return <p>{issuer ? t('report.annex.elsewhere.of', { issuer }) : t('report.annex.elsewhere.text')}</p>;
  return <EvidenceAction evidence={state.evidence} openEvidence={openEvidence} />;
}

function EvidenceAction({ evidence, openEvidence }: { evidence: Evidence; openEvidence: Props['openEvidence'] }) {
  const { t } = useText();
  if (!evidence.file) return <p className="soft">{t('report.evidence.no_file', { index: evidence.index })}</p>;
  return <Button size="small" icon={<Icon name="document" size={13} />} onClick={() => openEvidence(evidence)}>{t('report.evidence.open', { name: evidence.file.name })}</Button>;
}
