import { publicationPath } from '../../api/publications';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';

/** How anybody may hold a copy against what was published: the hash, the very bytes, and the way to check them. */
export function Proof({ round, number, sha256 }: { round: string; number: number; sha256: string | undefined }) {
  const { t } = useText();
  const name = `cong-bo-${round}-${number}.json`;
  return (
    <section className="panel public-proof" aria-labelledby="proof-title">
      <h2 id="proof-title">{t('public.proof')}</h2>
      <p>{t('public.proof.text')}</p>
      {sha256 && <p className="hash">SHA-256 {sha256}</p>}
      <p className="public-tools"><a href={publicationPath(round, number)} download={name}><Icon name="download" /> {t('public.download')}</a></p>
      <p className="soft">{t('public.proof.check')} <code>sha256sum {name}</code></p>
    </section>
  );
}
