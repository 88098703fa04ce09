interface Props {
  label: string;
  done: number;
  /** 0 where it is not known how much there is. */
  total: number;
}

/** How far something is, in words and as a bar. */
export function Progress({ label, done, total }: Props) {
  const known = total > 0;
  return (
    <span className="progress">
      <span>{label}</span>
      <span className="progress-bar" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={known ? Math.round((done / total) * 100) : undefined}>
        <span className={known ? '' : 'unknown'} style={{ width: known ? `${(done / total) * 100}%` : '30%' }} />
      </span>
    </span>
  );
}
