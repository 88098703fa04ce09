import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { finishOpenid } from '../../api/account';
import { sessionQuery } from '../../api/queries';
import type { OpenidReturn } from '../../api/types';
import { useText } from '../../locales/text';
import { Loading } from '../../ui/states';
import { takeDestination } from './destination';
import { Refusal, SignInFrame } from './SignInFrame';

/** Where the province's provider sends the browser back to: hands on what it brought, once. */
export function OpenidReturnPage() {
  const { t } = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const handed = useRef(false);
  const finish = useMutation({
    mutationFn: finishOpenid,
    onSuccess: (session) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, session);
      void navigate(takeDestination(), { replace: true });
    },
  });
  const back = returnOf(query);
  useEffect(() => {
    if (!back || handed.current) return;
    handed.current = true;
    // The code is nobody's business: neither of the browser's history nor of who looks over a shoulder.
    window.history.replaceState(window.history.state, '', window.location.pathname);
    finish.mutate(back);
  });
  if (!back) return <Navigate replace to="/sign-in" />;
  return (
    <SignInFrame title={finish.isError ? t('sign_in.title') : t('sign_in.openid.pending')}>
      {finish.isError ? (
        <>
          <Refusal error={finish.error} />
          <Link to="/sign-in" replace>{t('sign_in.openid.back')}</Link>
        </>
      ) : <Loading rows={2} />}
    </SignInFrame>
  );
}

function returnOf(query: URLSearchParams): OpenidReturn | null {
  const state = query.get('state');
  if (!state) return null;
  const back: OpenidReturn = { state };
  for (const name of ['code', 'error', 'iss'] as const) {
    const value = query.get(name);
    if (value) back[name] = value;
  }
  return back;
}
