import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { markNotice, markNotices, noticesQuery, refreshNotices, unreadQuery } from '../../api/notices';
import type { Notice as Told } from '../../api/types';
import { dayInVietnam, showClock } from '../../format/show';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { Loading, Notice, ProblemNotice } from '../../ui/states';
import { useTitle } from '../../ui/title';
import { byDay, nearDay, type Day } from './days';
import '../../ui/filters.css';
import './notices.css';

/** What the reader was told of the rounds' work, newest day first. */
export function NoticesPage() {
  const { t } = useText();
  const [unreadAlone, setUnreadAlone] = useState(false);
  const unread = useQuery(unreadQuery).data ?? 0;
  const list = useInfiniteQuery(noticesQuery(unreadAlone));
  const notices = list.data?.pages.flatMap((page) => page.notices) ?? [];
  useTitle(t('notices.title'));
  return (
    <div className="notices">
      <div className="page-head">
        <div>
          <h1>{t('notices.title')}</h1>
          <p className="page-meta" role="status">{unread > 0 ? t('notices.unread', { count: unread }) : t('notices.all_read')}</p>
        </div>
        <ReadAll newest={notices[0]} unread={unread} />
      </div>
      <div className="filters" role="group" aria-label={t('notices.filter')}>
        <button type="button" className="filter" aria-pressed={!unreadAlone} onClick={() => setUnreadAlone(false)}>{t('notices.filter.all')}</button>
        <button type="button" className="filter" aria-pressed={unreadAlone} onClick={() => setUnreadAlone(true)}>{t('notices.filter.unread')} <span className="filter-count">{unread}</span></button>
      </div>
      {list.isPending && <Loading rows={8} />}
      {list.isError && <ProblemNotice error={list.error} retry={() => void list.refetch()} />}
      {list.data && notices.length === 0 && (
        <section className="panel"><Notice icon="bell" title={t(unreadAlone ? 'notices.none_unread' : 'notices.none')} text={t('notices.none.text')} /></section>
      )}
      {byDay(notices).map((day) => <OneDay key={day.day} day={day} />)}
      {list.hasNextPage && <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('notices.more')}</Button>}
    </div>
  );
}

function ReadAll({ newest, unread }: { newest: Told | undefined; unread: number }) {
  const { t } = useText();
  const client = useQueryClient();
  const mark = useMutation({ mutationFn: markNotices, onSettled: () => refreshNotices(client) });
  if (!newest || unread === 0) return null;
  return <Button loading={mark.isPending} onClick={() => mark.mutate(newest.id)}>{t('notices.read_all')}</Button>;
}

function OneDay({ day: { day, notices } }: { day: Day }) {
  const { t, date } = useText();
  const near = nearDay(day, dayInVietnam(new Date().toISOString()));
  const id = `day-${day}`;
  return (
    <section className="panel notices-day" aria-labelledby={id}>
      <h2 id={id}>{near ? `${t(`notices.${near}`)}, ${date(day)}` : date(day)}</h2>
      <ul>{notices.map((notice) => <li key={notice.id}><Row notice={notice} /></li>)}</ul>
    </section>
  );
}

const icons = { work: 'list', mention: 'user', reminder: 'clock' } as const;

function Row({ notice }: { notice: Told }) {
  const { t, words } = useText();
  const client = useQueryClient();
  const mark = useMutation({ mutationFn: (read: boolean) => markNotice(notice.id, read), onSettled: () => refreshNotices(client) });
  const unread = notice.read_at === null;
  return (
    <article className={unread ? 'told unread' : 'told'}>
      <span className="told-icon"><Icon name={icons[notice.kind]} /></span>
      <div>
        <p>
          {unread && <span className="chip note">{t('notices.new')}</span>}{' '}
          <Link to={notice.place} onClick={() => unread && mark.mutate(true)}>{words(notice.sentence)}</Link>
        </p>
        {notice.text && <blockquote lang="vi">{notice.text}</blockquote>}
        <p className="soft told-where"><time dateTime={notice.at}>{showClock(notice.at)}</time> · {t(`notices.kind.${notice.kind}`)} · {words(notice.round.title)}</p>
      </div>
      <Button size="small" type="text" disabled={mark.isPending} onClick={() => mark.mutate(unread)} aria-label={`${t(unread ? 'notices.mark_read' : 'notices.mark_unread')}: ${words(notice.sentence)}`}>
        {t(unread ? 'notices.mark_read' : 'notices.mark_unread')}
      </Button>
    </article>
  );
}
