import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { assignCriteria, assignmentsQuery } from '../../api/plan';
import type { Assignment, Assignments, CriterionWork } from '../../api/types';
import { refreshRound } from '../../api/work';
import { useText } from '../../locales/text';
import { Export } from '../../ui/Export';
import { Loading, Notice, ProblemNotice } from '../../ui/states';
import { Obstacles, Refusal } from '../work/parts';
import { accountOf, assigned } from './assignments';
import '../../ui/table.css';
import './plan.css';

interface Props {
  round: string;
  unit: string;
  criteria: readonly CriterionWork[];
}

/** Who of the unit answers which criterion; its head says. */
export function AssignmentPanel({ round, unit, criteria }: Props) {
  const { t } = useText();
  const [saved, setSaved] = useState(false);
  const found = useQuery(assignmentsQuery(round, unit));
  if (found.isPending) return <Loading rows={6} />;
  if (found.isError) return <ProblemNotice error={found.error} retry={() => void found.refetch()} />;
  const { value, etag } = found.data;
  if (value.people.length === 0) return <Notice icon="inbox" title={t('plan.assign.nobody')} text={t('plan.assign.nobody.text')} />;
  return (
    <>
      <Export list={`rounds/${encodeURIComponent(round)}/units/${encodeURIComponent(unit)}/assignments`} />
      <AssignmentForm key={etag} round={round} unit={unit} criteria={criteria} stands={value} etag={etag} setSaved={setSaved} />
      {saved && <p className="soft" role="status">{t('plan.assign.saved')}</p>}
    </>
  );
}

function AssignmentForm({ round, unit, criteria, stands, etag, setSaved }: Props & { stands: Assignments; etag: string; setSaved: (saved: boolean) => void }) {
  const { t, words } = useText();
  const client = useQueryClient();
  const [all, setAll] = useState<readonly Assignment[]>(stands.assignments);
  const mayAssign = stands.why_not.length === 0;
  const saving = useMutation({
    mutationFn: () => assignCriteria(round, unit, all, etag),
    onMutate: () => setSaved(false),
    onSuccess: async () => {
      await refreshRound(client, round);
      setSaved(true);
    },
  });
  const nameOf = (account: string) => stands.people.find((one) => one.account === account)?.name ?? account;
  return (
    <form className="assign-form" aria-label={t('plan.assign')} onSubmit={(event) => {
      event.preventDefault();
      saving.mutate();
    }}>
      <p className="soft">{t('plan.assign.about')}</p>
      {!mayAssign && <Obstacles obstacles={stands.why_not} />}
      <table className="data-table">
        <thead><tr><th scope="col">{t('assessment.criteria')}</th><th scope="col">{t('plan.assign.who')}</th></tr></thead>
        <tbody>
          {criteria.map(({ code, title }) => (
            <tr key={code}>
              <th scope="row"><span className="criterion-code">{code}</span> {words(title)}</th>
              <td>
                {mayAssign ? (
                  <select aria-label={t('plan.assign.of', { code })} value={accountOf(all, code)} onChange={(event) => setAll(assigned(all, code, event.target.value))}>
                    <option value="">{t('plan.assign.none')}</option>
                    {stands.people.map(({ account, name }) => <option key={account} value={account}>{name}</option>)}
                  </select>
                ) : <span lang="vi">{all.filter((one) => one.criterion === code).map(({ account }) => nameOf(account)).join(', ') || '–'}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {saving.isError && <Refusal error={saving.error} />}
      {mayAssign && <div className="row-actions"><Button type="primary" htmlType="submit" loading={saving.isPending}>{t('plan.assign.save')}</Button></div>}
    </form>
  );
}
