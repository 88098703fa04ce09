import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import { Link, useNavigate } from 'react-router';
import { signOut } from '../api/queries';
import { useText } from '../locales/text';
import { Icon } from '../ui/Icon';
import { useSession } from './session';

export function AccountMenu() {
  const { t, words } = useText();
  const session = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = useMutation({
    mutationFn: signOut,
    onSettled: () => {
      void navigate('/sign-in', { replace: true });
      client.clear();
    },
  });
  const who = (
    <span className="account-card">
      <strong>{session.name}</strong>
      {session.acting_for && <span>{t('acting.for', { name: session.acting_for.name })}</span>}
      <span className="soft">{t(`role.${session.role}`)} · {words(session.unit.name)}</span>
    </span>
  );
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { type: 'group', key: 'who', label: who },
          { type: 'divider' },
          { key: 'account', label: <Link to="/account">{t('account.title')}</Link> },
          { key: 'leave', label: t('app.sign_out'), onClick: () => leave.mutate() },
        ],
      }}
    >
      <button type="button" className="tool-button account" aria-haspopup="menu" aria-label={`${t('app.account')}: ${session.name}`}>
        <Icon name="user" />
        <span className="account-name">{session.name}</span>
      </button>
    </Dropdown>
  );
}
