import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { endSession, ownSessionsQuery } from '../../api/account';
import type { OwnSession } from '../../api/types';
import { useText } from '../../locales/text';
import { Loading, ProblemNotice } from '../../ui/states';
import { Panel, Refused } from './parts';
import { programOf } from './program';

export function SessionsPanel() {
  const { t } = useText();
  const client = useQueryClient();
  const sessions = useQuery(ownSessionsQuery);
  const end = useMutation({ mutationFn: endSession, onSettled: () => void client.invalidateQueries(ownSessionsQuery) });
  return (
    <Panel id="sessions" title={t('account.sessions.title')} lead={t('account.sessions.lead')}>
      {sessions.isPending && <Loading rows={3} />}
      {sessions.isError && <ProblemNotice error={sessions.error} retry={() => void sessions.refetch()} />}
      <Refused error={end.error} />
      {sessions.data && (
        <table className="data-table account-table">
          <thead>
            <tr>
              <th scope="col">{t('account.sessions.program')}</th>
              <th scope="col">{t('account.sessions.address')}</th>
              <th scope="col">{t('account.sessions.way')}</th>
              <th scope="col">{t('account.sessions.since')}</th>
              <th scope="col">{t('account.sessions.seen')}</th>
              <th scope="col"><span className="hidden-visually">{t('account.sessions.end')}</span></th>
            </tr>
          </thead>
          <tbody>{sessions.data.map((session) => <Row key={session.id} session={session} end={() => end.mutate(session.id)} />)}</tbody>
        </table>
      )}
      {sessions.data && sessions.data.length > 1 && (
        <Button onClick={() => end.mutate(undefined)} loading={end.isPending}>{t('account.sessions.end_others')}</Button>
      )}
    </Panel>
  );
}

function Row({ session, end }: { session: OwnSession; end: () => void }) {
  const { t, time } = useText();
  const program = programOf(session.program) ?? t('account.sessions.unknown');
  return (
    <tr>
      <th scope="row" title={session.program}>{program}</th>
      <td data-label={t('account.sessions.address')}>{session.address}</td>
      <td data-label={t('account.sessions.way')}>{t(`account.sessions.way.${session.way}`)}</td>
      <td data-label={t('account.sessions.since')}>{time(session.since)}</td>
      <td data-label={t('account.sessions.seen')}>{time(session.seen)}</td>
      <td className="account-row-end">
        {session.here
          ? <span className="chip good">{t('account.sessions.here')}</span>
          : <Button size="small" onClick={end} aria-label={`${t('account.sessions.end')}: ${program}, ${time(session.since)}`}>{t('account.sessions.end')}</Button>}
      </td>
    </tr>
  );
}
