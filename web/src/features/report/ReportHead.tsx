import type { ReactNode } from 'react';
import type { Structure } from '../../api/types';
import { useText } from '../../locales/text';

interface Props {
  back: ReactNode;
  title: string;
  identity: Structure['identity'];
  sha256: string;
  chips?: ReactNode;
  actions?: ReactNode;
}

/** What the document is, in few lines: the room below belongs to the document. */
export function ReportHead({ back, title, identity, sha256, chips, actions }: Props) {
  const { t, date } = useText();
  const { type, number, issuer } = identity;
  const known = [[type, number].filter(Boolean).join(' '), identity.date && date(identity.date), issuer].filter(Boolean);
  return (
    <div className="report-head">
      <div className="report-names">
        {back}
        <h1>{title}</h1>
        <p className="report-identity soft">
          {known.length > 0 && <span lang="vi">{known.join(' · ')}</span>}
          {chips}
          <details className="hash-details"><summary>SHA-256</summary><span className="hash">{t('report.hash')}: {sha256}</span></details>
        </p>
      </div>
      {actions && <div className="head-actions">{actions}</div>}
    </div>
  );
}
