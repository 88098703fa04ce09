import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { assessmentQuery } from '../../api/queries';
import type { Assessment } from '../../api/types';
import { useText } from '../../locales/text';
import { Loading, Notice, ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import { useWide } from '../../ui/wide';
import { CriterionTree } from './CriterionTree';
import { ExplanationPanel } from './ExplanationPanel';
import { Legend } from './Legend';
import { UnitHead } from './UnitHead';
import './assessment.css';

export function AssessmentPage() {
  const { round = '', unit = '' } = useParams();
  const { t, words } = useText();
  const assessment = useQuery(assessmentQuery(round, unit));
  useTitle(assessment.data && `${t('assessment.title')} – ${words(assessment.data.unit.name)}`);
  if (assessment.isPending) return <Loading rows={12} />;
  if (assessment.isError) return <ProblemNotice place="page" error={assessment.error} retry={() => void assessment.refetch()} />;
  return (
    <>
      <UnitHead assessment={assessment.data} view="assessment" />
      {assessment.data.criteria.length === 0 ? (
        <Notice icon="inbox" title={t('assessment.empty.title')} text={t('assessment.empty.text')} />
      ) : (
        <Body assessment={assessment.data} round={round} unit={unit} />
      )}
    </>
  );
}

function Body({ assessment, round, unit }: { assessment: Assessment; round: string; unit: string }) {
  const { t } = useText();
  const wide = useWide(1080);
  const [search, setSearch] = useSearchParams();
  const chosen = search.get('criterion');
  const choose = (code: string | null) => setSearch(code ? { criterion: code } : {}, { replace: true, preventScrollReset: true });
  const title = chosen === 'total' ? t('explanation.total') : t('explanation.title', { code: chosen ?? '' });
  const explanation = chosen && <ExplanationPanel key={chosen} round={round} unit={unit} criterion={chosen} close={() => choose(null)} />;
  return (
    <div className="assessment-body">
      <CriterionTree criteria={assessment.criteria} list={`rounds/${encodeURIComponent(round)}/units/${encodeURIComponent(unit)}/assessment`} chosen={chosen} choose={choose} />
      {wide ? (
        <aside className="explanation panel" aria-label={chosen ? title : t('assessment.legend')} tabIndex={-1}>
          {explanation || <Legend assessment={assessment} />}
        </aside>
      ) : (
        <>
          <aside className="panel" aria-label={t('assessment.legend')}><Legend assessment={assessment} /></aside>
          <Drawer open={chosen !== null} onClose={() => choose(null)} placement="bottom" size="88%" closable={false}
            aria-label={chosen ? title : ''} className="explanation-drawer">
            {explanation}
          </Drawer>
        </>
      )}
    </div>
  );
}
