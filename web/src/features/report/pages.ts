import type { Box, Bytes, ExtractedPage } from '../../api/types';
import type { Positions } from './marks';

/** A page of the file; start and end are string positions of its text, bytes the same in the source. */
export interface Page {
  number: number;
  start: number;
  end: number;
  bytes: Bytes;
  /** Height over width. */
  ratio: number;
  /** Its text was recognised from a picture. */
  recognised: boolean;
}

/** The ratio of an A4 page, for one whose size is not known. */
const a4 = 297 / 210;

export function pagesOf(pages: readonly ExtractedPage[], at: Positions): Page[] {
  return pages.map(({ number, bytes, width, height, recognised }) => ({
    number, bytes, recognised, start: at(bytes[0]), end: at(bytes[1]), ratio: width > 0 && height > 0 ? height / width : a4,
  }));
}

/** The part of the bytes that stands on the page; null where none does. */
export function bytesOnPage(page: Page, bytes: Bytes): Bytes | null {
  const from = Math.max(page.bytes[0], bytes[0]);
  const to = Math.min(page.bytes[1], bytes[1]);
  return from < to ? [from, to] : null;
}

/** The pictures the server is asked for: few widths, so that they are kept between visits; sharp on dense screens. */
const widths = [400, 700, 1000, 1400, 2000] as const;

export function pictureWidth(cssPixels: number, pixelRatio: number): number {
  return widths.find((width) => width >= cssPixels * pixelRatio) ?? 2000;
}

/** A frame around a box given in shares of the page, with a little air, never outside of the page. */
export function frameOf(box: Box): { left: string; top: string; width: string; height: string } {
  const air = 0.004;
  const clamp = (share: number) => Math.min(1, Math.max(0, share));
  const [left, top] = [clamp(box.left - air), clamp(box.top - air)];
  const [right, bottom] = [clamp(box.right + air), clamp(box.bottom + air)];
  const percent = (share: number) => `${(share * 100).toFixed(3)}%`;
  return { left: percent(left), top: percent(top), width: percent(right - left), height: percent(bottom - top) };
}

/** Boxes of words on one line, side by side, as one box a line: a frame around a sentence, not around each word. */
export function linesOfBoxes(boxes: readonly Box[]): Box[] {
  const lines: Box[] = [];
  for (const box of boxes) {
    const last = lines.at(-1);
    if (last && sameLine(last, box)) lines[lines.length - 1] = around(last, box);
    else lines.push(box);
  }
  return lines;
}

function sameLine(a: Box, b: Box): boolean {
  const overlap = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return overlap > Math.min(a.bottom - a.top, b.bottom - b.top) / 2 && b.left >= a.left;
}

function around(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left), top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right), bottom: Math.max(a.bottom, b.bottom),
  };
}
