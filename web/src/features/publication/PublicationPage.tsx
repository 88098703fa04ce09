import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { publicationQuery, publicationsQuery } from '../../api/publications';
import type { PublishedDocument } from '../../api/types';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Loading, ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import { Changes } from './Changes';
import { addressOf, PublisherName } from './parts';
import { Proof } from './Proof';
import { Results } from './ResultTable';
import { UnitResults } from './UnitResults';

/** One publication as it was frozen: results, units, what it corrected, and how to check a copy. */
export function PublicationPage() {
  const { round = '', number: text = '' } = useParams();
  const number = Number(text);
  const { t, words } = useText();
  const document = useQuery(publicationQuery(round, number));
  const all = useQuery(publicationsQuery);
  useTitle(document.data ? `${t('public.result_of')} – ${words(document.data.round.title)}` : t('public.title'));
  if (document.isPending) return <Loading rows={12} />;
  if (document.isError) return <ProblemNotice place="page" error={document.error} retry={() => void document.refetch()} />;
  const ofRound = (all.data ?? []).filter((one) => one.round === round);
  return (
    <>
      <Head document={document.data} newest={ofRound[0]?.number ?? number} />
      {document.data.act === 'correct' && <Changes round={round} number={number} reason={document.data.reason} />}
      <Results document={document.data} />
      <UnitResults document={document.data} />
      <Proof round={round} number={number} sha256={ofRound.find((one) => one.number === number)?.sha256} />
    </>
  );
}

function Head({ document: { province, round, set, number, published_at: at, published_by: by }, newest }: { document: PublishedDocument; newest: number }) {
  const { t, words, date, time } = useText();
  return (
    <>
      <Link className="back-link" to="/cong-bo"><Icon name="left" size={14} /> {t('public.all')}</Link>
      <div className="page-head">
        <div>
          <p className="public-over">{words(province.name)}</p>
          <h1>{t('public.result_of')}: {words(round.title)}</h1>
          <p className="page-meta">
            <span>{t('rounds.year', { year: round.year })}, {t('rounds.span', { from: date(round.from), to: date(round.to) })}</span>
            <span>{words(set.title)} ({t('rounds.version', { version: set.version })})</span>
          </p>
          <p className="page-meta"><span><strong>{t('public.number', { number })}</strong>, <time dateTime={at}>{time(at)}</time></span><span><PublisherName by={by} /></span></p>
        </div>
        <Button className="public-tools" icon={<Icon name="document" />} onClick={() => window.print()}>{t('public.print')}</Button>
      </div>
      {newest > number && (
        <p className="public-newer" role="status"><Icon name="warning" size={14} /> {t('public.newer')} <Link to={addressOf(round.id, newest)}>{t('public.number', { number: newest })}</Link></p>
      )}
    </>
  );
}
