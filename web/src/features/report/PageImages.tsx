import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { forBrowser } from '../../api/acting';
import { path } from '../../api/client';
import { boxesQuery } from '../../api/queries';
import { useText } from '../../locales/text';
import { Icon } from '../../ui/Icon';
import { bring, viewOf } from '../../ui/scroll';
import { bytesOnPage, frameOf, linesOfBoxes, pictureWidth, type Page } from './pages';
import { useFollowScroll, type Spot } from './spot';

interface Props {
  document: string;
  pages: readonly Page[];
  spot: Spot | null;
  scroller: HTMLElement | null;
}

const zooms = [1, 1.5, 2] as const;

/** The pages as they look, with a frame around the place that is chosen. */
export function PageImages({ document, pages, spot, scroller }: Props) {
  const { t } = useText();
  const [column, setColumn] = useState<HTMLElement | null>(null);
  const [zoom, setZoom] = useState(0);
  const width = useWidth(column);
  useFollowScroll(scroller, () => topOf(column, pages, scroller));
  const shown = Math.round(Math.min(width, 920) * zooms[zoom]!);
  return (
    <div className="pages">
      <div className="zoom" role="group" aria-label={t('report.zoom')}>
        <button type="button" className="tool-button" aria-label={t('report.zoom.out')} disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}><Icon name="minus" size={14} /></button>
        <span aria-live="polite">{zooms[zoom]! * 100} %</span>
        <button type="button" className="tool-button" aria-label={t('report.zoom.in')} disabled={zoom === zooms.length - 1} onClick={() => setZoom(zoom + 1)}><Icon name="plus" size={14} /></button>
      </div>
      <div className="pages-column" ref={setColumn}>
        {width > 0 && pages.map((page) => (
          <PageImage key={page.number} address={path('documents', document, 'pages', String(page.number))} document={document} page={page} width={shown} spot={spot} scroller={scroller} />
        ))}
      </div>
    </div>
  );
}

interface PageProps {
  address: string;
  document: string;
  page: Page;
  width: number;
  spot: Spot | null;
  scroller: HTMLElement | null;
}

function PageImage({ address, document, page, width, spot, scroller }: PageProps) {
  const { t } = useText();
  const figure = useRef<HTMLElement>(null);
  const bytes = spot && bytesOnPage(page, spot.place.bytes);
  const boxes = useQuery({ ...boxesQuery(document, page.number, bytes ?? [0, 0]), enabled: bytes !== null });
  const frames = useMemo(() => (bytes && boxes.data ? linesOfBoxes(boxes.data) : []), [bytes?.[0], bytes?.[1], boxes.data]);
  const begins = bytes !== null && bytes[0] === spot!.place.bytes[0];
  useEffect(() => {
    const frame = begins && (figure.current?.querySelector<HTMLElement>('.page-frame') ?? figure.current);
    if (frame) bring(scroller, frame, frame === figure.current ? 'top' : 'middle');
  }, [spot, begins, frames, scroller]);
  return (
    <figure ref={figure} className="page-image" data-page={page.number} style={{ width }}>
      <Picture address={forBrowser(`${address}?width=${pictureWidth(width, window.devicePixelRatio)}`)} ratio={page.ratio} name={t('report.page', { page: page.number })}>
        {frames.map((box, index) => <span key={index} className="page-frame" style={frameOf(box)} />)}
      </Picture>
      <figcaption>
        {t(page.recognised ? 'report.page.recognised' : 'report.page', { page: page.number })}
        {boxes.isError && bytes && <span className="soft"> · {t('report.page.no_frame')}</span>}
      </figcaption>
    </figure>
  );
}

interface PictureProps {
  address: string;
  /** Height over width, to keep its place; null where it is not known. */
  ratio: number | null;
  name: string;
  children?: ReactNode;
  came?: () => void;
  missing?: () => void;
}

/** A picture from the server, whose place is kept while it loads and which can be asked for again. */
export function Picture({ address, ratio, name, children, came, missing }: PictureProps) {
  const { t } = useText();
  const [failed, setFailed] = useState(0);
  const [tries, setTries] = useState(0);
  const fail = () => {
    setFailed(tries + 1);
    missing?.();
  };
  return (
    <span className="page-sheet" style={ratio === null ? undefined : { aspectRatio: String(1 / ratio) }}>
      {failed > tries ? (
        <span className="page-failed" role="alert">
          {t('report.page.failed')}
          <Button size="small" onClick={() => setTries(tries + 1)}>{t('problem.retry')}</Button>
        </span>
      ) : (
        <img key={tries} src={tries ? `${address}&try=${tries}` : address} alt={name} loading="lazy" decoding="async" onLoad={came} onError={fail} />
      )}
      {children}
    </span>
  );
}

function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** Where the page begins that stands at the top of the view. */
function topOf(column: HTMLElement | null, pages: readonly Page[], scroller: HTMLElement | null): number | null {
  const top = viewOf(scroller).top + 80;
  const index = [...(column?.children ?? [])].findIndex((page) => page.getBoundingClientRect().bottom > top);
  return pages[index]?.start ?? null;
}
