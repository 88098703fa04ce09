import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { delegationsQuery, endDelegation } from '../../api/account';
import type { Delegation } from '../../api/types';
import { useSession } from '../../app/session';
import { useText } from '../../locales/text';
import { Loading, ProblemNotice } from '../../ui/states';
import { DelegationForm } from './DelegationForm';
import { Panel, Refused } from './parts';

/** Who acts for whom: what one gave, what one was given, and the way to give and to end it. */
export function DelegationPanel() {
  const { t } = useText();
  const client = useQueryClient();
  const session = useSession();
  const book = useQuery(delegationsQuery);
  const end = useMutation({ mutationFn: endDelegation, onSettled: () => void client.invalidateQueries(delegationsQuery) });
  return (
    <Panel id="delegations" title={t('delegation.title')} lead={t('delegation.lead')}>
      {book.isPending && <Loading rows={3} />}
      {book.isError && <ProblemNotice error={book.error} retry={() => void book.refetch()} />}
      <Refused error={end.error} />
      {book.data && book.data.delegations.length > 0 && <Table delegations={book.data.delegations} end={(id) => end.mutate(id)} />}
      {/* While one acts for somebody else, nothing of it is passed on. */}
      {book.data && !session.acting_for && <DelegationForm book={book.data} />}
    </Panel>
  );
}

function Table({ delegations, end }: { delegations: readonly Delegation[]; end: (id: string) => void }) {
  const { t } = useText();
  const labels = { office: t('delegation.office'), days: t('delegation.days'), reason: t('delegation.reason'), state: t('delegation.state') };
  return (
    <table className="data-table account-table">
      <thead>
        <tr>
          <th scope="col">{t('delegation.who')}</th>
          {Object.values(labels).map((label) => <th scope="col" key={label}>{label}</th>)}
          <th scope="col"><span className="hidden-visually">{t('delegation.end')}</span></th>
        </tr>
      </thead>
      <tbody>{delegations.map((one) => <Row key={one.id} delegation={one} labels={labels} end={end} />)}</tbody>
    </table>
  );
}

type Labels = Record<'office' | 'days' | 'reason' | 'state', string>;

function Row({ delegation: one, labels, end }: { delegation: Delegation; labels: Labels; end: (id: string) => void }) {
  const { t, words, date } = useText();
  const who = t('delegation.for', { delegate: one.delegate.name, principal: one.principal.name });
  return (
    <tr>
      <th scope="row">{who}</th>
      <td data-label={labels.office}>{t(`role.${one.role}`)}<br /><span className="soft">{words(one.unit.name)}</span></td>
      <td data-label={labels.days}>{t('delegation.from_to', { from: date(one.from), to: date(one.to) })}</td>
      <td data-label={labels.reason}>{one.reason}{one.document && <><br /><span className="soft">{one.document}</span></>}</td>
      <td data-label={labels.state}><State delegation={one} /></td>
      <td className="account-row-end">
        {one.may_end && <Button size="small" danger onClick={() => end(one.id)} aria-label={`${t('delegation.end')}: ${who}`}>{t('delegation.end')}</Button>}
      </td>
    </tr>
  );
}

function State({ delegation: { state, made_by: madeBy, principal, ended_by: endedBy } }: { delegation: Delegation }) {
  const { t } = useText();
  return (
    <>
      <span className={`chip ${state === 'holds' ? 'good' : state === 'coming' ? 'note' : 'plain'}`}>{t(`delegation.state.${state}`)}</span>
      {madeBy.account !== principal.account && <><br /><span className="soft">{t('delegation.made_by', { name: madeBy.name })}</span></>}
      {endedBy && <><br /><span className="soft">{t('delegation.ended_by', { name: endedBy.name })}</span></>}
    </>
  );
}
