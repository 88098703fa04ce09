import { useQuery } from '@tanstack/react-query';
import { NavLink } from 'react-router';
import { unreadQuery } from '../api/notices';
import { useText } from '../locales/text';
import { Icon } from '../ui/Icon';

/** Beyond this, that there are many is all there is to know. */
const most = 99;

/** The way to the notices, with how many are unread. */
export function NoticeBell() {
  const { t } = useText();
  const unread = useQuery(unreadQuery).data ?? 0;
  return (
    <NavLink to="/notices" className="tool-button bell" aria-label={unread > 0 ? t('notices.bell.unread', { count: unread }) : t('notices.title')}>
      <Icon name="bell" />
      {unread > 0 && <span className="bell-count" aria-hidden="true">{unread > most ? `${most}+` : unread}</span>}
    </NavLink>
  );
}
